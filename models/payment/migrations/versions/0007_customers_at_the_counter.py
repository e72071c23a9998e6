"""Customers at the counter: the words of their names, who looks into whose accounts, and notes."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_UPGRADE = """
-- A trigger keeps the words (triggers/holder_words.sql); those of names that are there already are worked
-- out as private.name_words does, which is made after the revisions.
CREATE TABLE public.holder_words (
    word varchar(400) COLLATE "C" NOT NULL,
    user_id uuid NOT NULL
        CONSTRAINT holder_words_user_id_fkey REFERENCES public.holders (user_id) ON DELETE CASCADE,
    CONSTRAINT holder_words_pkey PRIMARY KEY (word, user_id)
);
CREATE INDEX holder_words_user_id_idx ON public.holder_words (user_id);
INSERT INTO public.holder_words (word, user_id)
SELECT DISTINCT w.word, h.user_id
FROM public.holders AS h, regexp_split_to_table(
    translate(regexp_replace(lower(normalize(h.full_name, NFKD)),
        E'[\\u0300-\\u036f\\u0640\\u064b-\\u065f\\u0670\\u200c-\\u200f]', '', 'g'),
        E'\\u0671\\u0649\\u0629', E'\\u0627\\u064a\\u0647'),
    '[[:space:][:punct:]]+') AS w (word)
WHERE w.word <> '';

CREATE TABLE public.customer_openings (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    staff_id uuid NOT NULL,
    session_id uuid NOT NULL,
    customer_id uuid NOT NULL
        CONSTRAINT customer_openings_customer_id_fkey REFERENCES public.holders (user_id),
    reason varchar(200) NOT NULL,
    opened_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    closes_at timestamp NOT NULL,
    CONSTRAINT customer_openings_pkey PRIMARY KEY (id)
);
CREATE INDEX customer_openings_staff_id_closes_at_idx
    ON public.customer_openings (staff_id, closes_at);
CREATE INDEX customer_openings_customer_id_idx ON public.customer_openings (customer_id);

CREATE TABLE public.customer_notes (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    customer_id uuid NOT NULL
        CONSTRAINT customer_notes_customer_id_fkey REFERENCES public.holders (user_id),
    author_id uuid NOT NULL,
    author_name varchar(100) NOT NULL,
    text varchar(1000) NOT NULL,
    created_at timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC'),
    CONSTRAINT customer_notes_pkey PRIMARY KEY (id)
);
CREATE INDEX customer_notes_customer_id_created_at_idx
    ON public.customer_notes (customer_id, created_at);

ALTER TABLE public.holder_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.customer_openings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.customer_notes ENABLE ROW LEVEL SECURITY;
"""

_DOWNGRADE = """
DROP TABLE public.customer_notes;
DROP TABLE public.customer_openings;
DROP TABLE public.holder_words;
"""


def upgrade() -> None:
    op.execute(_UPGRADE)


def downgrade() -> None:
    op.execute(_DOWNGRADE)
