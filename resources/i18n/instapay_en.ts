<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChoicePopup</name>
    <message numerus="yes">
        <source>%n payee(s) fit</source>
        <translation>
            <numerusform>%n payee fit</numerusform>
            <numerusform>%n payees fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesktopNotes</name>
    <message numerus="yes">
        <source>%n new notification(s)</source>
        <translation>
            <numerusform>%n new notification</numerusform>
            <numerusform>%n new notifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n payment(s) so far</source>
        <translation>
            <numerusform>%n payment so far</numerusform>
            <numerusform>%n payments so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message numerus="yes">
        <source>%n waiting payment(s) not shown: the filter hides them.</source>
        <translation>
            <numerusform>%n waiting payment not shown: the filter hides them.</numerusform>
            <numerusform>%n waiting payments not shown: the filter hides them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavItem</name>
    <message numerus="yes">
        <source>{name}, %n unread</source>
        <translation>
            <numerusform>{name}, %n unread</numerusform>
            <numerusform>{name}, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordRules</name>
    <message numerus="yes">
        <source>%n character(s) or more. A sentence is easy to keep in mind.</source>
        <translation>
            <numerusform>%n character or more. A sentence is easy to keep in mind.</numerusform>
            <numerusform>%n characters or more. A sentence is easy to keep in mind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) at most: letters other than A to Z count double or more.</source>
        <translation>
            <numerusform>%n byte at most: letters other than A to Z count double or more.</numerusform>
            <numerusform>%n bytes at most: letters other than A to Z count double or more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowCard</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Batch</name>
    <message numerus="yes">
        <source>You sent {amount} in %n payment(s)</source>
        <translation>
            <numerusform>You sent {amount} in %n payment</numerusform>
            <numerusform>You sent {amount} in %n payments</numerusform>
        </translation>
    </message>
</context>
</TS>
