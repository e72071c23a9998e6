<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApprovalsScreen</name>
    <message numerus="yes">
        <source>%n payment(s) wait no longer.</source>
        <translation>
            <numerusform>%n payment waits no longer.</numerusform>
            <numerusform>%n payments wait no longer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BooksCard</name>
    <message numerus="yes">
        <source>The entries of %n payment(s) do not match.</source>
        <translation>
            <numerusform>The entries of %n payment do not match.</numerusform>
            <numerusform>The entries of %n payments do not match.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The entries of the newest %n payment(s) match.</source>
        <translation>
            <numerusform>The entries of the newest payment match.</numerusform>
            <numerusform>The entries of the newest %n payments match.</numerusform>
        </translation>
    </message>
</context>
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
    <name>ConfirmBatchDialog</name>
    <message numerus="yes">
        <source>%n row(s) should be looked at.</source>
        <translation>
            <numerusform>%n row should be looked at.</numerusform>
            <numerusform>%n rows should be looked at.</numerusform>
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
    <name>HourWords</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <extracomment>What ISO 4217 calls an amount of no currency in particular. Decimals of a part of the amount, as the bank keeps it. An amount, or nothing at all where there is no limit. The same for the amount from which on the password is asked for.</extracomment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftBehind</name>
    <message numerus="yes">
        <source>%n payment(s), {amount} in all.</source>
        <translation>
            <numerusform>%n payment, {amount} in all.</numerusform>
            <numerusform>%n payments, {amount} in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavItem</name>
    <message numerus="yes">
        <source>{name}, %n waiting</source>
        <translation>
            <numerusform>{name}, %n waiting</numerusform>
            <numerusform>{name}, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n unread</source>
        <translation>
            <numerusform>{name}, %n unread</numerusform>
            <numerusform>{name}, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message numerus="yes">
        <source>%n till(s) were counted and wait to be taken over.</source>
        <translation>
            <numerusform>%n till was counted and waits to be taken over.</numerusform>
            <numerusform>%n tills were counted and wait to be taken over.</numerusform>
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
    <name>ReasonForm</name>
    <message numerus="yes">
        <source>The bank keeps the reason in its log. You can then see the accounts for %n minute(s).</source>
        <translation>
            <numerusform>The bank keeps the reason in its log. You can then see the accounts for %n minute.</numerusform>
            <numerusform>The bank keeps the reason in its log. You can then see the accounts for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message numerus="yes">
        <source>%n row(s) cannot be paid. Mend them in the file and choose it again: nothing is sent before all rows are right.</source>
        <translation>
            <numerusform>%n row cannot be paid. Mend it in the file and choose the file again: nothing is sent before all rows are right.</numerusform>
            <numerusform>%n rows cannot be paid. Mend them in the file and choose the file again: nothing is sent before all rows are right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) were made.</source>
        <translation>
            <numerusform>%n payment was made.</numerusform>
            <numerusform>%n payments were made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform>
            <numerusform>%n payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with errors</source>
        <translation>
            <numerusform>%n with an error</numerusform>
            <numerusform>%n with errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be looked at</source>
        <translation>
            <numerusform>%n to be looked at</numerusform>
            <numerusform>%n to be looked at</numerusform>
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
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n payment(s) so far</source>
        <translation>
            <numerusform>%n payment so far</numerusform>
            <numerusform>%n payments so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) so far</source>
        <translation>
            <numerusform>%n slip so far</numerusform>
            <numerusform>%n slips so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) so far</source>
        <translation>
            <numerusform>%n record so far</numerusform>
            <numerusform>%n records so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Heading</name>
    <message numerus="yes">
        <source>Send %n payment(s)?</source>
        <translation>
            <numerusform>Send %n payment?</numerusform>
            <numerusform>Send %n payments?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_LogPart</name>
    <message numerus="yes">
        <source>%n seal(s) hold so far.</source>
        <translation>
            <numerusform>%n seal holds so far.</numerusform>
            <numerusform>%n seals hold so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n seal(s) hold</source>
        <translation>
            <numerusform>The one seal holds</numerusform>
            <numerusform>All %n seals hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are as they were written.</source>
        <translation>
            <numerusform>%n record is as it was written.</numerusform>
            <numerusform>%n records are as they were written.</numerusform>
        </translation>
    </message>
</context>
</TS>
