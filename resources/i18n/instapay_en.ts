<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
