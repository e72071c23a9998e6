"""Auth's tables. A desktop reads `users`, `user_roles` and `sessions` through row-level security."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import BYTEA, VARCHAR
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from models.columns import (
    CreatedAt,
    Flag,
    HiddenMoment,
    Id,
    LongText,
    Moment,
    NewId,
    Secret,
    audit_heads,
    audit_logs,
    audit_seals,
    private_tables,
)


class Base(DeclarativeBase):
    """Root of Auth's mappers."""


audit_logs(Base.metadata)
audit_seals(Base.metadata)
audit_heads(Base.metadata)
private_tables(Base.metadata)


class User(Base):
    """A person. A desktop reads id, name and times of its own one, nothing else."""

    __tablename__ = "users"
    __table_args__ = (UniqueConstraint("email", name="users_email_key"),)

    id: Mapped[NewId]
    email: Mapped[str] = mapped_column(VARCHAR(255), deferred=True, deferred_raiseload=True)
    password_hash: Mapped[Secret]
    full_name: Mapped[str] = mapped_column(VARCHAR(100))
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[CreatedAt]
    must_change_password: Mapped[Flag]
    needs_resalt: Mapped[Flag]
    locked_at: Mapped[HiddenMoment | None]
    locked_reason: Mapped[str | None] = mapped_column(
        VARCHAR(200), deferred=True, deferred_raiseload=True
    )
    lockout_lifted_at: Mapped[HiddenMoment | None]

    roles: Mapped[list[UserRole]] = relationship(
        back_populates="user", foreign_keys="UserRole.user_id", lazy="raise"
    )


class UserRole(Base):
    """What a person may do."""

    __tablename__ = "user_roles"
    __table_args__ = (
        Index(
            "user_roles_granted_by_idx",
            "granted_by",
            "granted_at",
            postgresql_where=text("granted_by IS NOT NULL"),
        ),
    )

    user_id: Mapped[Id] = mapped_column(
        ForeignKey("users.id", name="user_roles_user_id_fkey"), primary_key=True
    )
    role: Mapped[str] = mapped_column(VARCHAR(20), primary_key=True)
    granted_at: Mapped[CreatedAt]
    granted_by: Mapped[Id | None] = mapped_column(
        ForeignKey("users.id", name="user_roles_granted_by_fkey")
    )

    user: Mapped[User] = relationship(
        back_populates="roles", foreign_keys="UserRole.user_id", lazy="raise"
    )


class Session(Base):
    """A sign-in on one station. `token` is the sha256 of the opaque token, in hexadecimal."""

    __tablename__ = "sessions"
    __table_args__ = (
        UniqueConstraint("token", name="sessions_token_key"),
        Index("sessions_user_id_idx", "user_id"),
        Index(
            "sessions_previous_token_idx",
            "previous_token",
            postgresql_where=text("previous_token IS NOT NULL"),
        ),
    )

    id: Mapped[NewId]
    user_id: Mapped[Id] = mapped_column(ForeignKey("users.id", name="sessions_user_id_fkey"))
    token: Mapped[Secret]
    expires_at: Mapped[Moment]
    previous_token: Mapped[Secret | None]
    rotated_at: Mapped[CreatedAt]
    idle_expires_at: Mapped[Moment] = mapped_column(
        server_default=text("((clock_timestamp() AT TIME ZONE 'UTC') + interval '15 minutes')"),
    )
    created_at: Mapped[CreatedAt]
    ended_at: Mapped[Moment | None]
    database_role: Mapped[LongText] = mapped_column(server_default=text("session_user"))
    station: Mapped[str | None] = mapped_column(VARCHAR(100))
    locked_at: Mapped[HiddenMoment | None]


class SignInAttempt(Base):
    """A challenge, its answer and what came of it; only functions touch it."""

    __tablename__ = "sign_in_attempts"
    __table_args__ = (
        Index(
            "sign_in_attempts_email_database_role_answered_at_idx",
            "email",
            "database_role",
            "answered_at",
            postgresql_where=text("answered_at IS NOT NULL"),
        ),
        Index(
            "sign_in_attempts_database_role_answered_at_idx",
            "database_role",
            "answered_at",
            postgresql_where=text("answered_at IS NOT NULL"),
        ),
        Index(
            "sign_in_attempts_waiting_idx",
            "database_role",
            "created_at",
            postgresql_where=text("answered_at IS NULL"),
        ),
        Index("sign_in_attempts_user_id_idx", "user_id"),
    )

    id: Mapped[NewId]
    email: Mapped[LongText]
    user_id: Mapped[Id | None] = mapped_column(
        ForeignKey("users.id", name="sign_in_attempts_user_id_fkey")
    )
    database_role: Mapped[LongText] = mapped_column(server_default=text("session_user"))
    created_at: Mapped[CreatedAt]
    proof: Mapped[bytes | None] = mapped_column(BYTEA)
    answered_at: Mapped[Moment | None]
    evaluated_at: Mapped[Moment | None]
    succeeded: Mapped[bool] = mapped_column(server_default=text("false"))


class Application(Base):
    """A sign-up until the worker has decided it; only functions touch it."""

    __tablename__ = "applications"
    __table_args__ = (
        Index(
            "applications_created_at_idx",
            "created_at",
            postgresql_where=text("decided_at IS NULL"),
        ),
        Index("applications_database_role_created_at_idx", "database_role", "created_at"),
    )

    id: Mapped[NewId]
    email: Mapped[str] = mapped_column(VARCHAR(255))
    password_hash: Mapped[Secret]
    full_name: Mapped[str] = mapped_column(VARCHAR(100))
    database_role: Mapped[LongText] = mapped_column(server_default=text("session_user"))
    created_at: Mapped[CreatedAt]
    decided_at: Mapped[Moment | None]
    became_user: Mapped[bool] = mapped_column(server_default=text("false"))


class Statement(Base):
    """A signed statement for Payment, kept until it was delivered; only functions touch it."""

    __tablename__ = "statements"
    __table_args__ = (
        Index(
            "statements_created_at_idx",
            "created_at",
            postgresql_where=text("delivered_at IS NULL"),
        ),
    )

    id: Mapped[NewId]
    kind: Mapped[str] = mapped_column(VARCHAR(20))
    subject: Mapped[Id]
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[CreatedAt]
    delivered_at: Mapped[Moment | None]
