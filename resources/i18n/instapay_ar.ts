<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Version</source>
        <extracomment>Characters that fit in a line beside a name. Names and licences as their makers write them: nothing to translate.</extracomment>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>لحظة من فضلك …</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>Sign-in database</source>
        <translation>قاعدة بيانات تسجيل الدخول</translation>
    </message>
    <message>
        <source>Payment database</source>
        <translation>قاعدة بيانات المدفوعات</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Open the folder of &amp;logs</source>
        <translation>فتح مجلد ال&amp;سجلات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>تعذّر الاتصال</translation>
    </message>
    <message>
        <source>{server}, encrypted</source>
        <translation>{server}، مشفّر</translation>
    </message>
</context>
<context>
    <name>AccessForm</name>
    <message>
        <source>&amp;New one-time password</source>
        <translation>&amp;كلمة مرور جديدة لمرة واحدة</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>&amp;Lift the pause</source>
        <translation>&amp;رفع الإيقاف المؤقت</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>الدخول إلى الحساب</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>One-time, not changed yet</source>
        <translation>لمرة واحدة، ولم تُغيَّر بعد</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Their own</source>
        <translation>كلمة اختارها العميل</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>This person works at the bank: an administrator gives them another password.</source>
        <translation>هذا الشخص يعمل في البنك: يصدر له مدير النظام كلمة مرور أخرى.</translation>
    </message>
    <message>
        <source>An administrator has locked this person out, and lets them in again.</source>
        <translation>أوقف أحد مديري النظام دخول هذا الشخص، وهو من يعيده.</translation>
    </message>
    <message>
        <source>Locked: {reason}</source>
        <translation>موقوف: {reason}</translation>
    </message>
    <message>
        <source>Paused until {time}, after wrong passwords</source>
        <translation>متوقف حتى {time} بعد كلمات مرور خاطئة</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>متاح</translation>
    </message>
    <message>
        <source>Give {name} a new password?</source>
        <translation>هل تريد إصدار كلمة مرور جديدة إلى {name}؟</translation>
    </message>
    <message>
        <source>The old one opens nothing any more, and they are signed out everywhere. You get a slip to hand over.</source>
        <translation>لن تعمل الكلمة القديمة بعد ذلك، وسيُسجَّل خروج العميل من كل الأجهزة. وستحصل على قسيمة لتسليمها إليه.</translation>
    </message>
    <message>
        <source>&amp;Give a new one</source>
        <translation>إصدار كلمة ج&amp;ديدة</translation>
    </message>
    <message>
        <source>{name} can sign in again.</source>
        <translation>يستطيع {name} تسجيل الدخول من جديد.</translation>
    </message>
</context>
<context>
    <name>AccountButton</name>
    <message>
        <source>Account menu of {name}, {role}</source>
        <translation>قائمة حساب {name}، {role}</translation>
    </message>
    <message>
        <source>Theme as the system has it</source>
        <translation>المظهر حسب النظام</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>مظهر فاتح</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>مظهر داكن</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Open the folder of logs</source>
        <translation>فتح مجلد السجلات</translation>
    </message>
    <message>
        <source>About Mini-InstaPay</source>
        <translation>عن Mini-InstaPay</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>عميل</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>صرّاف</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>مشرف</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>مسؤول النظام</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Copy the IBAN</source>
        <extracomment>Narrower than this an IBAN in groups of four does not fit.</extracomment>
        <translation>نسخ رقم الآيبان</translation>
    </message>
    <message>
        <source>Copy the payment address</source>
        <translation>نسخ عنوان الدفع</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Available {available}</source>
        <translation>المتاح {available}</translation>
    </message>
    <message>
        <source>Available {available} · held {held}</source>
        <translation>المتاح {available} · المحجوز {held}</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>مخفي</translation>
    </message>
    <message>
        <source>balance {amount}</source>
        <translation>الرصيد {amount}</translation>
    </message>
</context>
<context>
    <name>AccountChoice</name>
    <message>
        <source>There is no open account.</source>
        <translation>لا يوجد حساب مفتوح.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>السبب: {reason}</translation>
    </message>
</context>
<context>
    <name>AccountPicker</name>
    <message>
        <source>{name} · {account}</source>
        <extracomment>Less room than this, in logical pixels, and the name is left out.</extracomment>
        <translation>‏{name} · {account}</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>{iban} · {amount}</source>
        <translation>‏{iban} · {amount}</translation>
    </message>
    <message>
        <source>{iban} · {amount} available</source>
        <translation>{iban} · المتاح {amount}</translation>
    </message>
    <message>
        <source>{account} · {state}</source>
        <translation>{account} · {state}</translation>
    </message>
</context>
<context>
    <name>AccountsModel</name>
    <message>
        <source>Account</source>
        <extracomment>What a cell knows beyond Qt&apos;s own roles: the whole `CustomerAccount`.</extracomment>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>{amount} held</source>
        <translation>{amount} محجوز</translation>
    </message>
    <message>
        <source>{amount} available</source>
        <translation>{amount} متاح</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>رقم آيبان</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>المحجوز</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>المتاح</translation>
    </message>
</context>
<context>
    <name>AccountsScreen</name>
    <message>
        <source>E&amp;xport</source>
        <extracomment>Deadline of a read, in seconds. A new customer&apos;s account is opened within a second or two: look again this soon.</extracomment>
        <translation>ت&amp;صدير</translation>
    </message>
    <message>
        <source>Loading your accounts…</source>
        <translation>جارٍ تحميل حساباتك…</translation>
    </message>
    <message>
        <source>Your account is being opened</source>
        <translation>جارٍ فتح حسابك</translation>
    </message>
    <message>
        <source>This takes a moment. It will show here by itself.</source>
        <translation>يستغرق هذا لحظات، وسيظهر الحساب هنا تلقائيًّا.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>تحقّق مرة أخرى</translation>
    </message>
    <message>
        <source>&amp;Receive</source>
        <translation>ا&amp;ستلام</translation>
    </message>
    <message>
        <source>&amp;New transfer</source>
        <translation>&amp;تحويل جديد</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>حتى {time}</translation>
    </message>
    <message>
        <source>Your accounts can&apos;t be shown</source>
        <translation>تعذّر عرض حساباتك</translation>
    </message>
    <message>
        <source>&amp;Show amounts</source>
        <translation>إ&amp;ظهار المبالغ</translation>
    </message>
    <message>
        <source>&amp;Hide amounts</source>
        <translation>إ&amp;خفاء المبالغ</translation>
    </message>
</context>
<context>
    <name>AccountsTable</name>
    <message>
        <source>Accounts of the customer</source>
        <extracomment>More accounts than this are scrolled to. With less room for a name, in logical pixels, the column of what is held gives way. Room for a name beside its badge, in logical pixels; with less, IBANs are told by their ends. A longer name than this gives way to the words of its badge.</extracomment>
        <translation>حسابات العميل</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>It answers, and fits this program.</source>
        <extracomment>Longer than any URL that anybody types; libpq takes as much.</extracomment>
        <translation>قاعدة البيانات متاحة ومتوافقة مع هذا البرنامج.</translation>
    </message>
    <message>
        <source>But it does not demand that {host} prove who it is (sslmode=verify-full): whoever is on the network could read along or answer in the bank&apos;s place. Ask your bank.</source>
        <translation>لكن العنوان لا يشترط أن يثبت الخادم {host} هويته (sslmode=verify-full): قد يتمكن شخص على الشبكة من الاطلاع على البيانات أو الرد بدلًا من البنك. راجع البنك.</translation>
    </message>
</context>
<context>
    <name>AddressForm</name>
    <message>
        <source>Address of the &amp;sign-in database</source>
        <extracomment>Each host may take 3 s to be given up, and as long to find out why. A keyring may ask its owner first.</extracomment>
        <translation>عنوان قاعدة بيانات تسجيل ال&amp;دخول</translation>
    </message>
    <message>
        <source>Address of the &amp;payment database</source>
        <translation>عنوان قاعدة بيانات ال&amp;مدفوعات</translation>
    </message>
    <message>
        <source>Address for &amp;live updates (optional)</source>
        <translation>عنوان التحديثات ال&amp;فورية (اختياري)</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>ا&amp;ختبار الاتصال</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>جارٍ الاختبار …</translation>
    </message>
    <message>
        <source>&amp;Keep and go on</source>
        <translation>&amp;حفظ ومتابعة</translation>
    </message>
    <message>
        <source>Keeping …</source>
        <translation>جارٍ الحفظ …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;عودة</translation>
    </message>
    <message>
        <source>Connect to your bank</source>
        <translation>الاتصال ببنكك</translation>
    </message>
    <message>
        <source>Your bank has given you these. Nothing is kept before both have answered.</source>
        <translation>أعطاك البنك هذه البيانات. لا يُحفظ شيء قبل أن تستجيب القاعدتان.</translation>
    </message>
    <message>
        <source>An address looks like {example}</source>
        <translation>شكل العنوان: {example}</translation>
    </message>
    <message>
        <source>Pass&amp;word, where an address holds none</source>
        <translation>&amp;كلمة المرور، إذا لم تكن في العنوان</translation>
    </message>
    <message>
        <source>It is kept in this computer&apos;s keyring or a file of yours alone, not in the settings.</source>
        <translation>تُحفظ في حافظة مفاتيح هذا الكمبيوتر أو في ملف خاص بك وحدك، لا في الإعدادات.</translation>
    </message>
</context>
<context>
    <name>AdministrationScreen</name>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>البنك</translation>
    </message>
    <message>
        <source>Change this limit?</source>
        <translation>أتغيِّر هذا الحد؟</translation>
    </message>
    <message>
        <source>Change this fee?</source>
        <translation>أتغيِّر هذه الرسوم؟</translation>
    </message>
    <message>
        <source>Change this setting?</source>
        <translation>أتغيِّر هذا الإعداد؟</translation>
    </message>
    <message>
        <source>Loading the bank&apos;s rules…</source>
        <translation>جارٍ تحميل قواعد البنك…</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>الإدارة</translation>
    </message>
    <message>
        <source>The bank&apos;s rules can&apos;t be shown</source>
        <translation>تعذر عرض قواعد البنك</translation>
    </message>
</context>
<context>
    <name>ApprovalsScreen</name>
    <message>
        <source>What waits for approval</source>
        <extracomment>A decision commits money: the thread that sends it waits 15 s, twice where the first answer was lost. How often the time that is left is told anew. A screen narrower than this, in logical pixels, leaves more of itself to the queue. More that went at once are told as a number. What was said yes to: the first is on its way, the others wait their turn. Sent, and not known to have been decided. Decided from here: what goes because of that is told already.</extracomment>
        <translation>العمليات المنتظرة للموافقة</translation>
    </message>
    <message>
        <source>Loading what waits…</source>
        <translation>جارٍ تحميل العمليات المنتظرة…</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>لا توجد عمليات منتظرة</translation>
    </message>
    <message>
        <source>What tellers do above their limits appears here by itself.</source>
        <translation>تظهر هنا تلقائيًا العمليات التي تتجاوز حدود الصرّافين.</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>الموافقات</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) wait no longer.</source>
        <translation>
            <numerusform>لم تعد أي عملية بانتظار الموافقة.</numerusform>
            <numerusform>لم تعد عملية واحدة بانتظار الموافقة.</numerusform>
            <numerusform>لم تعد عمليتان بانتظار الموافقة.</numerusform>
            <numerusform>لم تعد %n عمليات بانتظار الموافقة.</numerusform>
            <numerusform>لم تعد %n عملية بانتظار الموافقة.</numerusform>
            <numerusform>لم تعد %n عملية بانتظار الموافقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits can&apos;t be shown</source>
        <translation>تعذر عرض العمليات المنتظرة</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether this was decided. Try again: it is decided only once.</source>
        <translation>لا نعلم بعد هل تم البت في هذه العملية. أعد المحاولة: لن يُبت فيها إلا مرة واحدة.</translation>
    </message>
</context>
<context>
    <name>AskStrip</name>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>AuditExportDialog</name>
    <message>
        <source>Export the log</source>
        <translation>تصدير السجل</translation>
    </message>
    <message>
        <source>The log will tell that you took them away, and which.</source>
        <translation>سيدوّن السجل أنك صدّرت هذه القيود، وأيّها صدّرت.</translation>
    </message>
    <message>
        <source>The records that the filter shows, newest first, as a CSV file.</source>
        <translation>القيود التي يعرضها المرشّح، الأحدث أولًا، في ملف CSV.</translation>
    </message>
    <message>
        <source>Every record of the log of payments, newest first, as a CSV file.</source>
        <translation>كل قيود سجل المدفوعات، الأحدث أولًا، في ملف CSV.</translation>
    </message>
    <message>
        <source>Every record of the log of sign-ins, newest first, as a CSV file.</source>
        <translation>كل قيود سجل عمليات الدخول، الأحدث أولًا، في ملف CSV.</translation>
    </message>
    <message>
        <source>Log of payments {day}</source>
        <translation>سجل المدفوعات {day}</translation>
    </message>
    <message>
        <source>Log of sign-ins {day}</source>
        <translation>سجل عمليات الدخول {day}</translation>
    </message>
</context>
<context>
    <name>AuditFilterBar</name>
    <message>
        <source>Who did it</source>
        <extracomment>After the last key, in ms: somebody who types on does not set off a search a letter.</extracomment>
        <translation>من قام بالعمل</translation>
    </message>
    <message>
        <source>Who: name or id</source>
        <translation>من: اسم أو معرّف</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>ما يتعلق به</translation>
    </message>
    <message>
        <source>About: id or IBAN</source>
        <translation>بشأن: معرّف أو آيبان</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Any event</source>
        <translation>أي حدث</translation>
    </message>
    <message>
        <source>Dates: {dates}</source>
        <translation>التواريخ: {dates}</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من قام به</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>About</source>
        <translation>بشأن</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>Audit log</source>
        <translation>سجل المراجعة</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>المدفوعات</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>عمليات الدخول</translation>
    </message>
    <message>
        <source>Which log</source>
        <translation>أي سجل</translation>
    </message>
    <message>
        <source>&amp;Verify seals</source>
        <translation>ت&amp;حقّق من الأختام</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>ت&amp;صدير</translation>
    </message>
    <message>
        <source>Loading older records…</source>
        <translation>جارٍ تحميل قيود أقدم…</translation>
    </message>
    <message>
        <source>Loading the log…</source>
        <translation>جارٍ تحميل السجل…</translation>
    </message>
    <message>
        <source>Nothing is in this log yet</source>
        <translation>لا قيود في هذا السجل بعد</translation>
    </message>
    <message>
        <source>No record matches</source>
        <translation>لا قيد يطابق البحث</translation>
    </message>
    <message>
        <source>Look for somebody else, another event or thing, or in other dates.</source>
        <translation>ابحث عن شخص آخر أو حدث أو موضوع آخر، أو في تواريخ أخرى.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح المرشّح</translation>
    </message>
    <message>
        <source>The log can&apos;t be shown</source>
        <translation>تعذّر عرض السجل</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>القيد</translation>
    </message>
</context>
<context>
    <name>BalanceChart</name>
    <message>
        <source>Balance over time</source>
        <extracomment>How far Page up and Page down move. From here to there in days, as time runs: from left to right in Arabic too.</extracomment>
        <translation>الرصيد عبر الزمن</translation>
    </message>
    <message>
        <source>From {first} to {last}. Amounts are hidden.</source>
        <translation>من {first} إلى {last}. المبالغ مخفية.</translation>
    </message>
    <message>
        <source>From {first} to {last}: lowest {lowest}, highest {highest}, at last {now}. Arrow keys read it day by day.</source>
        <translation>من {first} إلى {last}: الأدنى {lowest}، الأعلى {highest}، والأخير {now}. تقرؤه مفاتيح الأسهم يومًا بيوم.</translation>
    </message>
</context>
<context>
    <name>BalancePlotCard</name>
    <message>
        <source>Loading the balance over time…</source>
        <translation>جارٍ تحميل الرصيد عبر الزمن…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>{account}, balance over time</source>
        <translation>{account}، الرصيد عبر الزمن</translation>
    </message>
    <message>
        <source>Balance over time</source>
        <translation>الرصيد عبر الزمن</translation>
    </message>
    <message>
        <source>30 days</source>
        <extracomment>What was asked for last; of what the plot on show is.</extracomment>
        <translation>30 يومًا</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 يومًا</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>سنة</translation>
    </message>
    <message>
        <source>Show the balance over time</source>
        <translation>إظهار الرصيد عبر الزمن</translation>
    </message>
    <message>
        <source>Fold the balance over time away</source>
        <translation>طيّ الرصيد عبر الزمن</translation>
    </message>
    <message>
        <source>No money was on this account in this time.</source>
        <translation>لم يكن في هذا الحساب رصيد خلال هذه المدة.</translation>
    </message>
</context>
<context>
    <name>BatchesForm</name>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>ال&amp;حساب</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>Lists of payments</source>
        <translation>قوائم المدفوعات</translation>
    </message>
    <message>
        <source>May send lists</source>
        <translation>مسموح له بإرسال القوائم</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Allow no &amp;longer</source>
        <translation>إل&amp;غاء السماح</translation>
    </message>
    <message>
        <source>A&amp;llow lists</source>
        <translation>الس&amp;ماح بالقوائم</translation>
    </message>
    <message>
        <source>{account} may send lists of payments.</source>
        <translation>أصبح مسموحًا للحساب {account} بإرسال قوائم المدفوعات.</translation>
    </message>
    <message>
        <source>{account} may no longer send lists of payments.</source>
        <translation>لم يعد مسموحًا للحساب {account} بإرسال قوائم المدفوعات.</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>A list, such as a payroll, has limits of its own, which are higher than those of single payments.</source>
        <extracomment>lupdate finds these because the context is written out.</extracomment>
        <translation>لقوائم المدفوعات، مثل الرواتب، حدود خاصة بها أعلى من حدود المدفوعات المفردة.</translation>
    </message>
    <message>
        <source>Without it the account makes single payments only, within their limits.</source>
        <translation>من دون هذا السماح ينفّذ الحساب مدفوعات مفردة فقط، في نطاق حدودها.</translation>
    </message>
    <message>
        <source>Payroll agreed</source>
        <translation>اتُّفق على صرف الرواتب</translation>
    </message>
    <message>
        <source>Business contract signed</source>
        <translation>وُقِّع عقد شركات</translation>
    </message>
    <message>
        <source>At the customer&apos;s request</source>
        <translation>بناءً على طلب العميل</translation>
    </message>
    <message>
        <source>Contract ended</source>
        <translation>انتهى العقد</translation>
    </message>
</context>
<context>
    <name>BooksCard</name>
    <message>
        <source>Books</source>
        <translation>الدفاتر</translation>
    </message>
    <message>
        <source>Cash that the bank has counts as minus, so that every currency sums to zero.</source>
        <translation>يُحتسب النقد لدى البنك بإشارة سالبة، فيكون مجموع كل عملة صفرًا.</translation>
    </message>
    <message>
        <source>Not proved yet</source>
        <translation>لم يُتحقق منها بعد</translation>
    </message>
    <message>
        <source>They balance, proved {moment}</source>
        <translation>متوازنة، تم التحقق {moment}</translation>
    </message>
    <message>
        <source>They do not balance, proved {moment}</source>
        <translation>غير متوازنة، تم التحقق {moment}</translation>
    </message>
    <message numerus="yes">
        <source>The entries of %n payment(s) do not match.</source>
        <translation>
            <numerusform>لا توجد عملية غير متطابقة القيود.</numerusform>
            <numerusform>قيود عملية واحدة غير متطابقة.</numerusform>
            <numerusform>قيود عمليتين غير متطابقة.</numerusform>
            <numerusform>قيود %n عمليات غير متطابقة.</numerusform>
            <numerusform>قيود %n عملية غير متطابقة.</numerusform>
            <numerusform>قيود %n عملية غير متطابقة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The entries of the newest %n payment(s) match.</source>
        <translation>
            <numerusform>لا توجد عمليات بعد.</numerusform>
            <numerusform>قيود أحدث عملية متطابقة.</numerusform>
            <numerusform>قيود أحدث عمليتين متطابقة.</numerusform>
            <numerusform>قيود أحدث %n عمليات متطابقة.</numerusform>
            <numerusform>قيود أحدث %n عملية متطابقة.</numerusform>
            <numerusform>قيود أحدث %n عملية متطابقة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkScreen</name>
    <message>
        <source>Loading accounts…</source>
        <extracomment>Batches that were told here: they may still be on their way out of the outbox.</extracomment>
        <translation>جارٍ تحميل الحسابات…</translation>
    </message>
    <message>
        <source>Bulk payments</source>
        <translation>مدفوعات جماعية</translation>
    </message>
    <message>
        <source>Bulk payments can&apos;t be shown</source>
        <translation>تعذّر عرض المدفوعات الجماعية</translation>
    </message>
    <message>
        <source>The payments of {name} were made.</source>
        <translation>نُفّذت مدفوعات {name}.</translation>
    </message>
    <message>
        <source>The payments of {name} were not made.</source>
        <translation>لم تُنفَّذ مدفوعات {name}.</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Your accounts</source>
        <translation>حساباتك</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>C&amp;hange it</source>
        <translation>&amp;تغيير</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>Changing …</source>
        <extracomment>Four round trips and two hashes of 0.3 s; on a slow line a few seconds. Convention 5 of the design: what takes over 2 s can be cancelled. What the services call a field, and where it stands here.</extracomment>
        <translation>جارٍ التغيير …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>يبدو أن مفتاح الأحرف الكبيرة مفعّل.</translation>
    </message>
    <message>
        <source>C&amp;urrent password</source>
        <translation>كلمة المرور ال&amp;حالية</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>كلمة المرور الجدي&amp;دة</translation>
    </message>
    <message>
        <source>New password a&amp;gain</source>
        <translation>&amp;تأكيد كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>Please type a new password.</source>
        <translation>يُرجى كتابة كلمة مرور جديدة.</translation>
    </message>
    <message>
        <source>This is not the same as above. Please type it again.</source>
        <translation>كلمتا المرور غير متطابقتين. يُرجى كتابتها مرة أخرى.</translation>
    </message>
    <message>
        <source>You stopped waiting, so we don&apos;t know whether your password was changed. If the old one is refused, the new one holds.</source>
        <translation>توقفت عن الانتظار، ولذلك لا نعرف هل تغيّرت كلمة المرور. إذا رُفضت كلمة المرور القديمة فالجديدة هي السارية.</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Payees that fit</source>
        <extracomment>More are scrolled to.</extracomment>
        <translation>مستفيدون مطابقون</translation>
    </message>
    <message numerus="yes">
        <source>%n payee(s) fit</source>
        <translation>
            <numerusform>لا مستفيد مطابق</numerusform>
            <numerusform>مستفيد واحد مطابق</numerusform>
            <numerusform>مستفيدان مطابقان</numerusform>
            <numerusform>%n مستفيدين مطابقين</numerusform>
            <numerusform>%n مستفيدًا مطابقًا</numerusform>
            <numerusform>%n مستفيد مطابق</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Try the &amp;demo</source>
        <translation>&amp;تجربة البنك</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>ات&amp;صال</translation>
    </message>
    <message>
        <source>Welcome to Mini-InstaPay</source>
        <translation>مرحبًا بك في Mini-InstaPay</translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation>كيف تود أن تبدأ؟</translation>
    </message>
    <message>
        <source>The demo bank</source>
        <translation>البنك التجريبي</translation>
    </message>
    <message>
        <source>A bank that lives on this computer alone, with made-up people and three months of payments. It needs nothing and moves no real money.</source>
        <translation>بنك يعمل على هذا الكمبيوتر وحده، فيه عملاء وهميون وعمليات ثلاثة أشهر. لا يحتاج إلى شيء ولا يحرّك أموالًا حقيقية.</translation>
    </message>
    <message>
        <source>Your bank</source>
        <translation>بنكك</translation>
    </message>
    <message>
        <source>Your bank has given you the addresses of its two databases. They are tried before anything is kept.</source>
        <translation>أعطاك البنك عنواني قاعدتي بياناته. تُجرَّب العناوين قبل حفظ أي شيء.</translation>
    </message>
</context>
<context>
    <name>ClaimForm</name>
    <message>
        <source>yourname</source>
        <extracomment>The bank&apos;s own rule; what it is not is not asked for.</extracomment>
        <translation>yourname</translation>
    </message>
    <message>
        <source>&amp;Claim</source>
        <translation>&amp;حجز العنوان</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>2 to 39 Latin letters, digits, dots and dashes, beginning with a letter or digit. It stays yours until you give it up.</source>
        <translation>من 2 إلى 39 من الأحرف الإنجليزية والأرقام والنقاط والشرطات، ويبدأ بحرف أو رقم. يبقى لك إلى أن تتخلى عنه.</translation>
    </message>
    <message>
        <source>&amp;Your payment address</source>
        <translation>&amp;عنوان الدفع الخاص بك</translation>
    </message>
</context>
<context>
    <name>CloseAccountForm</name>
    <message>
        <source>The customer wants it closed &amp;for good</source>
        <translation>يريد العميل إغلاقه &amp;نهائيًا</translation>
    </message>
    <message>
        <source>&amp;Close the account</source>
        <translation>إ&amp;غلاق الحساب</translation>
    </message>
    <message>
        <source>Closing…</source>
        <translation>جارٍ الإغلاق…</translation>
    </message>
    <message>
        <source>Close an account</source>
        <translation>إغلاق حساب</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>ال&amp;حساب</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>المحجوز</translation>
    </message>
    <message>
        <source>It cannot be closed yet.</source>
        <translation>لا يمكن إغلاقه بعد.</translation>
    </message>
    <message>
        <source>{amount} are held for payments that wait. Have them decided or cancelled first.</source>
        <translation>{amount} محجوزة لمدفوعات قيد الانتظار. يلزم البتّ فيها أو إلغاؤها أولًا.</translation>
    </message>
    <message>
        <source>Pay {amount} out or transfer them first.</source>
        <translation>اصرف {amount} نقدًا أو حوّل المبلغ أولًا.</translation>
    </message>
    <message>
        <source>Nothing can be paid from it or into it any more. Its history stays. The customer is told.</source>
        <translation>لن يمكن الدفع منه أو الإيداع فيه بعد ذلك. يبقى سجل عملياته محفوظًا، ويُبلَّغ العميل.</translation>
    </message>
    <message>
        <source>The address {address} is given up.</source>
        <translation>ويُتخلّى عن عنوان الدفع {address}.</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>{account} is closed.</source>
        <translation>أُغلق الحساب {account}.</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>Day&apos;s &amp;sheet…</source>
        <translation>&amp;كشف اليوم…</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;متابعة</translation>
    </message>
    <message>
        <source>{till} was taken over</source>
        <translation>استلم زميلك {till}</translation>
    </message>
    <message>
        <source>{till} is closed</source>
        <translation>أُغلقت {till}</translation>
    </message>
    <message>
        <source>Your colleague has counted the same cash and goes on with it.</source>
        <translation>جرد زميلك النقد نفسه، ويواصل العمل به.</translation>
    </message>
    <message>
        <source>The cash that you counted is in the vault.</source>
        <translation>النقد الذي جردته أصبح في الخزنة الرئيسية.</translation>
    </message>
    <message>
        <source>A supervisor will look at what differs.</source>
        <translation>سيراجع أحد المشرفين الفرق.</translation>
    </message>
</context>
<context>
    <name>ConfirmBatchDialog</name>
    <message numerus="yes">
        <source>%n row(s) should be looked at.</source>
        <translation>
            <numerusform>لا صفوف تحتاج إلى مراجعة.</numerusform>
            <numerusform>صف واحد يحتاج إلى مراجعة.</numerusform>
            <numerusform>صفان يحتاجان إلى مراجعة.</numerusform>
            <numerusform>%n صفوف تحتاج إلى مراجعة.</numerusform>
            <numerusform>%n صفًا تحتاج إلى مراجعة.</numerusform>
            <numerusform>%n صف تحتاج إلى مراجعة.</numerusform>
        </translation>
    </message>
    <message>
        <source>They repeat another row, or name somebody else than the bank does.</source>
        <translation>هي تكرّر صفًا آخر، أو تذكر اسمًا غير المسجّل لدى البنك.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>لصالح العميل</translation>
    </message>
    <message>
        <source>Identified by</source>
        <translation>طريقة التحقق من الهوية</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>عدد المدفوعات</translation>
    </message>
    <message>
        <source>They get</source>
        <translation>يستلم المستفيدون</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Taken from the account</source>
        <translation>إجمالي ما يُخصم من الحساب</translation>
    </message>
    <message>
        <source>Available after</source>
        <translation>المتاح بعد التحويل</translation>
    </message>
    <message>
        <source>&amp;Send {amount}</source>
        <translation>&amp;تحويل {amount}</translation>
    </message>
</context>
<context>
    <name>ContactDelegate</name>
    <message>
        <source>Closed</source>
        <extracomment>What words are written in. Room that the actions of the chosen row take at the far end.</extracomment>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation>اسم {name}</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Add to contacts</source>
        <extracomment>As the bank has it; a longer paste is cut off. What the bank may say about the name; everything else is about whom it belongs to.</extracomment>
        <translation>إضافة إلى جهات الاتصال</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>&amp;Name, as you know them</source>
        <translation>الا&amp;سم كما تعرفه</translation>
    </message>
    <message>
        <source>&amp;Payment address or IBAN</source>
        <translation>&amp;عنوان الدفع أو رقم الآيبان</translation>
    </message>
</context>
<context>
    <name>ContactList</name>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
</context>
<context>
    <name>ContactModel</name>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>ContactsScreen</name>
    <message>
        <source>Nobody fits</source>
        <extracomment>What is on its way, by the contact, and what waits behind that, in order. What came while a name was being changed, and when it did. The name of one that was just added, to be chosen as soon as it is listed.</extracomment>
        <translation>لا توجد نتيجة</translation>
    </message>
    <message>
        <source>Look for another name.</source>
        <translation>ابحث عن اسم آخر.</translation>
    </message>
    <message>
        <source>Loading your contacts…</source>
        <translation>جارٍ تحميل جهات الاتصال…</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>لا توجد جهات اتصال بعد</translation>
    </message>
    <message>
        <source>Keep the people you pay again: then a name is enough to find them.</source>
        <translation>احفظ من تحوّل إليهم كثيرًا، فيكفي الاسم للعثور عليهم.</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>إضافة جهة اتصال</translation>
    </message>
    <message>
        <source>Find by name or address</source>
        <translation>البحث بالاسم أو العنوان</translation>
    </message>
    <message>
        <source>Find a contact</source>
        <translation>البحث عن جهة اتصال</translation>
    </message>
    <message>
        <source>&amp;Add a contact</source>
        <translation>إ&amp;ضافة جهة اتصال</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Your contacts can&apos;t be shown</source>
        <translation>تعذّر عرض جهات الاتصال</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>هل تريد حذف {name}؟</translation>
    </message>
    <message>
        <source>Payments that were made stay as they are. You can add this contact again later.</source>
        <translation>تبقى التحويلات المنفَّذة كما هي. يمكنك إضافة جهة الاتصال هذه من جديد لاحقًا.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>تم حذف {name}.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>CopyTextButton</name>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct receipt {number}</source>
        <translation>تصحيح الإيصال {number}</translation>
    </message>
    <message>
        <source>{done} for {customer} will be taken back, whole. Both receipts stay.</source>
        <translation>ستُسترد العملية كاملةً ({done}) للعميل {customer}. يبقى الإيصالان محفوظين.</translation>
    </message>
    <message>
        <source>Why was it a mistake?</source>
        <translation>ما سبب الخطأ؟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Take back {amount}</source>
        <translation>استرداد {amount}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether this was made.</source>
        <translation>لا نعرف بعد هل نُفِّذت هذه العملية أم لا.</translation>
    </message>
    <message>
        <source>Don&apos;t do it again; we are checking. This resolves by itself.</source>
        <translation>لا تكرّر العملية؛ نحن نتحقق منها. ستظهر النتيجة من تلقاء نفسها.</translation>
    </message>
</context>
<context>
    <name>CountPage</name>
    <message>
        <source>To close the till</source>
        <extracomment>What the count is for.</extracomment>
        <translation>لإغلاق الخزينة</translation>
    </message>
    <message>
        <source>To hand it over</source>
        <translation>لتسليمها</translation>
    </message>
    <message>
        <source>&amp;Show what waits</source>
        <translation>&amp;عرض ما ينتظر الموافقة</translation>
    </message>
    <message>
        <source>&amp;Back to the till</source>
        <translation>ال&amp;عودة إلى الخزينة</translation>
    </message>
    <message>
        <source>&amp;Confirm the count…</source>
        <translation>&amp;تأكيد الجرد…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Count the drawer: {till}</source>
        <translation>جرد الدرج: {till}</translation>
    </message>
    <message>
        <source>Type how many there are of each. You count once; what should be in the drawer is shown after that.</source>
        <translation>اكتب عدد القطع من كل فئة. الجرد يتم مرة واحدة، وبعده يظهر المبلغ المفترض في الدرج.</translation>
    </message>
    <message>
        <source>You count once: this cannot be changed afterwards, and nothing more is paid in or out at this till.</source>
        <translation>الجرد يتم مرة واحدة: لا يمكن تغييره بعد ذلك، ولا يجري بعده أي إيداع أو سحب في هذه الخزينة.</translation>
    </message>
    <message>
        <source>&amp;Yes, that is my count</source>
        <translation>&amp;نعم، هذا جردي</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Total counted</source>
        <extracomment>Of a page with a count: wider, lines would be far from their totals, in logical pixels. Of the total and what is below it, in logical pixels.</extracomment>
        <translation>إجمالي الجرد</translation>
    </message>
    <message>
        <source>Is it {total}?</source>
        <translation>هل المبلغ {total}؟</translation>
    </message>
</context>
<context>
    <name>CountSheet</name>
    <message>
        <source>Note or coin</source>
        <extracomment>Wide enough for a million pieces.</extracomment>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Comes to</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>How many of {worth}</source>
        <translation>العدد من فئة {worth}</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>ليس عددًا</translation>
    </message>
</context>
<context>
    <name>CountedPage</name>
    <message>
        <source>&amp;Why it differs, as far as you know</source>
        <extracomment>As the bank has it.</extracomment>
        <translation>&amp;سبب الفرق، بقدر علمك</translation>
    </message>
    <message>
        <source>&amp;Close the till</source>
        <translation>إ&amp;غلاق الخزينة</translation>
    </message>
    <message>
        <source>Closing…</source>
        <translation>جارٍ الإغلاق…</translation>
    </message>
    <message>
        <source>Counted: {till}</source>
        <translation>تم الجرد: {till}</translation>
    </message>
    <message>
        <source>Should be in the drawer</source>
        <translation>المفترض في الدرج</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>المجرود</translation>
    </message>
    <message>
        <source>A supervisor has to look at this difference.</source>
        <translation>يجب أن يراجع أحد المشرفين هذا الفرق.</translation>
    </message>
    <message>
        <source>You can close the till all the same.</source>
        <translation>يمكنك إغلاق الخزينة مع ذلك.</translation>
    </message>
    <message>
        <source>Counted; it waits for whoever takes it over.</source>
        <translation>تم الجرد، والخزينة بانتظار من يستلمها.</translation>
    </message>
    <message>
        <source>Somebody can take it over instead.</source>
        <translation>يمكن لزميل أن يستلمها بدلًا من إغلاقها.</translation>
    </message>
    <message>
        <source>Your colleague opens “Till” in their own window, chooses {till} of yours and counts the same cash.</source>
        <translation>يفتح زميلك شاشة «الخزينة» في نافذته، ويختار {till} التي تخصك، ويجرد النقد نفسه.</translation>
    </message>
</context>
<context>
    <name>CounterScreen</name>
    <message>
        <source>Nobody is open</source>
        <extracomment>From this width on, in logical pixels, there is room for wide margins and a wide list. From this width on there is room for the list beside a form.</extracomment>
        <translation>لا يوجد ملف عميل مفتوح</translation>
    </message>
    <message>
        <source>Find a customer above. Ctrl+K leads there from any screen.</source>
        <translation>ابحث عن عميل في الأعلى. ينقلك Ctrl+K إلى البحث من أي شاشة.</translation>
    </message>
    <message>
        <source>&amp;Enrol a customer</source>
        <translation>&amp;تسجيل عميل جديد</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>Enrolled just now</source>
        <translation>سُجّل الآن</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>This customer has no accounts.</source>
        <extracomment>With less room than this, in logical pixels, a history does without its column of balances.</extracomment>
        <translation>ليس لدى هذا العميل حسابات.</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>حتى {time}</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>DD/MM/YYYY</source>
        <extracomment>No bank of ours is older, and later days would not fit the databases&apos; moments.</extracomment>
        <translation>يوم/شهر/سنة</translation>
    </message>
</context>
<context>
    <name>DatesPopup</name>
    <message>
        <source>Dates</source>
        <translation>التواريخ</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;من</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إ&amp;لى</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>&amp;Approve…</source>
        <translation>الم&amp;وافقة…</translation>
    </message>
    <message>
        <source>&amp;Decline…</source>
        <translation>ال&amp;رفض…</translation>
    </message>
    <message>
        <source>&amp;Take it back…</source>
        <translation>ال&amp;سحب…</translation>
    </message>
    <message>
        <source>A approves and D declines what is chosen.</source>
        <translation>المفتاح A للموافقة على العملية المحددة والمفتاح D لرفضها.</translation>
    </message>
    <message>
        <source>&amp;Approve now</source>
        <translation>الم&amp;وافقة الآن</translation>
    </message>
    <message>
        <source>Approving…</source>
        <translation>جارٍ الموافقة…</translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation>&amp;رفض</translation>
    </message>
    <message>
        <source>Declining…</source>
        <translation>جارٍ الرفض…</translation>
    </message>
    <message>
        <source>&amp;Why? Who made it reads this.</source>
        <translation>ما ال&amp;سبب؟ سيقرؤه من أجرى العملية.</translation>
    </message>
    <message>
        <source>Take it back? The money that is held for it is free again.</source>
        <translation>هل تريد سحب العملية؟ سيُرفع الحجز عن المبلغ المحجوز لها.</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>&amp;سحب العملية</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>جارٍ سحب العملية…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;عودة</translation>
    </message>
    <message>
        <source>You made this.</source>
        <translation>أنت من أجرى هذه العملية.</translation>
    </message>
    <message>
        <source>This is yours.</source>
        <translation>هذه العملية تخص حسابك.</translation>
    </message>
    <message>
        <source>Somebody else has to decide.</source>
        <translation>يجب أن يبت فيها شخص آخر.</translation>
    </message>
</context>
<context>
    <name>DemoRow</name>
    <message>
        <source>Demo bank. Fill in:</source>
        <translation>بنك تجريبي. املأ بيانات:</translation>
    </message>
    <message>
        <source>Fill in {name}, {role}</source>
        <translation>ملء بيانات {name}، {role}</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>عميل</translation>
    </message>
    <message>
        <source>teller</source>
        <translation>صرّاف</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>مشرف</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>مسؤول النظام</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>&amp;Review</source>
        <translation>مراج&amp;عة</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <extracomment>Room for the review button&apos;s busy words and their spinner, in logical pixels. What was told here: whoever looked before that may still find it unanswered.</extracomment>
        <translation>&amp;تفريغ</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>جارٍ الإرسال…</translation>
    </message>
    <message>
        <source>Sent: {payment}</source>
        <translation>تم الإرسال: {payment}</translation>
    </message>
    <message>
        <source>Not sent: {payment}</source>
        <translation>لم يُرسَل: {payment}</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Show o&amp;lder slips</source>
        <extracomment>Of the figures and the form beside the slips, in logical pixels.</extracomment>
        <translation>عرض قسائم أ&amp;قدم</translation>
    </message>
    <message>
        <source>No slips yet</source>
        <translation>لا قسائم بعد</translation>
    </message>
    <message>
        <source>What you do at this till is listed here.</source>
        <translation>تظهر هنا العمليات التي تجريها في هذه الخزينة.</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>القسائم</translation>
    </message>
    <message>
        <source>This till is of {day} and was not settled.</source>
        <translation>هذه الخزينة تعود إلى {day} ولم تُسوَّ.</translation>
    </message>
    <message>
        <source>Count and close it first; then you can open a new one.</source>
        <translation>اجردها وأغلقها أولًا، ثم يمكنك فتح خزينة جديدة.</translation>
    </message>
    <message>
        <source>&amp;Count it now</source>
        <translation>اجردها الآ&amp;ن</translation>
    </message>
    <message>
        <source>Slip {number}</source>
        <translation>القسيمة {number}</translation>
    </message>
    <message>
        <source>The payment was taken back.</source>
        <translation>أُلغيت العملية ورُد المبلغ.</translation>
    </message>
</context>
<context>
    <name>DeskPanel</name>
    <message>
        <source>Close (Esc)</source>
        <extracomment>In logical pixels; where the window is small, what is beside it needs more.</extracomment>
        <translation>إغلاق (Esc)</translation>
    </message>
</context>
<context>
    <name>Desks</name>
    <message>
        <source>Wait until it is known what became of the last payment.</source>
        <translation>انتظر حتى يُعرف ما آلت إليه الدفعة الأخيرة.</translation>
    </message>
</context>
<context>
    <name>DesktopNotes</name>
    <message>
        <source>There is news.</source>
        <translation>يوجد جديد.</translation>
    </message>
    <message numerus="yes">
        <source>%n new notification(s)</source>
        <translation>
            <numerusform>لا إشعارات جديدة</numerusform>
            <numerusform>إشعار جديد واحد</numerusform>
            <numerusform>إشعاران جديدان</numerusform>
            <numerusform>%n إشعارات جديدة</numerusform>
            <numerusform>%n إشعارًا جديدًا</numerusform>
            <numerusform>%n إشعار جديد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Identified by</source>
        <extracomment>In the order of reading, whichever of them a payment has.</extracomment>
        <translation>إثبات الشخصية</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>من الحساب</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>To account</source>
        <translation>إلى الحساب</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>أجراها</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>الخزينة</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Waits until</source>
        <translation>تنتظر حتى</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>We don&apos;t know yet whether this was done.</source>
        <translation>لا نعرف بعد هل تم هذا أم لا.</translation>
    </message>
    <message>
        <source>Don&apos;t do it again; the bank is being asked, and this resolves by itself.</source>
        <translation>لا تكرّر العملية؛ يجري سؤال البنك، وستتضح النتيجة تلقائيًا.</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close (Esc)</source>
        <extracomment>How long it slides, ms; short enough not to be waited for. What it leaves free of the page at least, in logical pixels.</extracomment>
        <translation>إغلاق (Esc)</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Add a member of staff</source>
        <translation>إضافة موظف</translation>
    </message>
    <message>
        <source>Full &amp;name</source>
        <translation>الا&amp;سم الكامل</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>البريد الإل&amp;كتروني</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>ال&amp;دور</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>إ&amp;ضافة</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
</context>
<context>
    <name>EnrolForm</name>
    <message>
        <source>&amp;Enrol</source>
        <extracomment>An email that was sent without an answer: perhaps that person is a customer by now.</extracomment>
        <translation>ت&amp;سجيل العميل</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>جارٍ التسجيل…</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>عميل جديد</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>الاسم ال&amp;كامل</translation>
    </message>
    <message>
        <source>E&amp;mail</source>
        <translation>البريد الإلك&amp;تروني</translation>
    </message>
    <message>
        <source>&amp;Currency of the first account</source>
        <translation>&amp;عملة الحساب الأول</translation>
    </message>
    <message>
        <source>&amp;Name of the account</source>
        <translation>اسم ال&amp;حساب</translation>
    </message>
    <message>
        <source>May be left empty. The customer sees it, such as Everyday.</source>
        <translation>يمكن تركه فارغًا. يراه العميل، مثل: الحساب اليومي.</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>تسجيل عميل جديد</translation>
    </message>
    <message>
        <source>The customer is enrolled, but no account was opened: {why}</source>
        <translation>سُجّل العميل، لكن لم يُفتح له حساب: {why}</translation>
    </message>
</context>
<context>
    <name>ExpiredPage</name>
    <message>
        <source>Choose a new password</source>
        <translation>اختر كلمة مرور جديدة</translation>
    </message>
    <message>
        <source>The one you signed in with was made for you and is good for this only.</source>
        <translation>كلمة المرور التي سجّلت الدخول بها أُنشئت لك، ولا تصلح إلا لهذه الخطوة.</translation>
    </message>
    <message>
        <source>&amp;Change and sign in</source>
        <translation>تغيير وتسجيل الد&amp;خول</translation>
    </message>
    <message>
        <source>&amp;Back to sign in</source>
        <translation>ال&amp;عودة إلى تسجيل الدخول</translation>
    </message>
    <message>
        <source>Your password is changed. Sign in with the new one.</source>
        <translation>تم تغيير كلمة المرور. سجّل الدخول بكلمة المرور الجديدة.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>The amounts hidden on screen will be in the file.</source>
        <translation>ستظهر في الملف المبالغ المخفية على الشاشة.</translation>
    </message>
    <message>
        <source>&amp;PDF statement</source>
        <translation>&amp;كشف حساب PDF</translation>
    </message>
    <message>
        <source>Pages to keep, send or hand in, with balances and page numbers.</source>
        <translation>صفحات للحفظ أو الإرسال أو التقديم، بالأرصدة وأرقام الصفحات.</translation>
    </message>
    <message>
        <source>CS&amp;V file</source>
        <translation>&amp;ملف CSV</translation>
    </message>
    <message>
        <source>For a spreadsheet: a column for each fact, however many payments.</source>
        <translation>لجداول البيانات: عمود لكل بيان، مهما كان عدد العمليات.</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>حدث خطأ ما</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>In the drawer</source>
        <translation>في الدرج</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>فُتحت</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Choose a file of payments</source>
        <extracomment>Writing ten thousand rows takes a fraction of a second; a sleeping disk a few seconds.</extracomment>
        <translation>اختيار ملف مدفوعات</translation>
    </message>
    <message>
        <source>CSV (*.csv *.txt *.tsv)</source>
        <translation>CSV (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>{name} to be checked</source>
        <translation>{name} للمراجعة</translation>
    </message>
    <message>
        <source>{name} result</source>
        <translation>نتيجة {name}</translation>
    </message>
    <message>
        <source>Replace {name}?</source>
        <translation>استبدال {name}؟</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>يوجد ملف بهذا الاسم بالفعل.</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>ا&amp;ستبداله</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search the history</source>
        <extracomment>After the last key, in ms: somebody who types on does not set off a search a letter.</extracomment>
        <translation>البحث في سجل العمليات</translation>
    </message>
    <message>
        <source>Name, note or amount</source>
        <translation>الاسم أو الملاحظة أو المبلغ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>وارد</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>صادر</translation>
    </message>
    <message>
        <source>Not made</source>
        <translation>لم تُنفَّذ</translation>
    </message>
    <message>
        <source>Which payments</source>
        <translation>نوع العمليات</translation>
    </message>
    <message>
        <source>Dates: {dates}</source>
        <translation>التواريخ: {dates}</translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>&amp;Quit</source>
        <extracomment>They came from a failed start, to change the addresses, and may go back there.</extracomment>
        <translation>إن&amp;هاء</translation>
    </message>
</context>
<context>
    <name>FreezeForm</name>
    <message>
        <source>Release</source>
        <translation>رفع التجميد</translation>
    </message>
    <message>
        <source>Freeze anew</source>
        <translation>تجميد جديد</translation>
    </message>
    <message>
        <source>Release, or freeze anew</source>
        <translation>رفع التجميد أو تجميد جديد</translation>
    </message>
    <message>
        <source>Debits</source>
        <translation>الخصم</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>الإيداع</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>كلاهما</translation>
    </message>
    <message>
        <source>Until released</source>
        <translation>حتى يُرفع</translation>
    </message>
    <message>
        <source>Until a day</source>
        <translation>حتى يوم محدد</translation>
    </message>
    <message>
        <source>Last day of the freeze</source>
        <translation>آخر يوم للتجميد</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Freeze or release</source>
        <translation>تجميد أو رفع التجميد</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>ال&amp;حساب</translation>
    </message>
    <message>
        <source>&amp;What is stopped</source>
        <translation>ما الذي يُو&amp;قف</translation>
    </message>
    <message>
        <source>&amp;How long</source>
        <translation>ال&amp;مدة</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>Re&amp;lease</source>
        <translation>&amp;رفع التجميد</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>&amp;تجميد</translation>
    </message>
    <message>
        <source>{account} is no longer frozen.</source>
        <translation>رُفع التجميد عن الحساب {account}.</translation>
    </message>
    <message>
        <source>{account} is frozen.</source>
        <translation>جُمِّد الحساب {account}.</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Nothing can be paid from this account, also not in cash. Money can still come in. The customer is told that it is frozen, not why.</source>
        <extracomment>lupdate finds these because the context is written out.</extracomment>
        <translation>لا يمكن الدفع من هذا الحساب، ولو نقدًا. ويظل الإيداع فيه ممكنًا. يُبلَّغ العميل بالتجميد دون سببه.</translation>
    </message>
    <message>
        <source>Nobody can pay into this account, also not in cash. Money can still go out. The customer is told that it is frozen, not why.</source>
        <translation>لا يمكن لأحد الإيداع في هذا الحساب، ولو نقدًا. ويظل الدفع منه ممكنًا. يُبلَّغ العميل بالتجميد دون سببه.</translation>
    </message>
    <message>
        <source>Nothing can be paid from this account or into it, also not in cash. The customer is told that it is frozen, not why.</source>
        <translation>لا يمكن الدفع من هذا الحساب ولا الإيداع فيه، ولو نقدًا. يُبلَّغ العميل بالتجميد دون سببه.</translation>
    </message>
    <message>
        <source>The account can be paid from and into as before. The customer is told that it is no longer frozen.</source>
        <translation>يعود الدفع من الحساب والإيداع فيه كما كان. ويُبلَّغ العميل برفع التجميد.</translation>
    </message>
    <message>
        <source>At the customer&apos;s request</source>
        <translation>بناءً على طلب العميل</translation>
    </message>
    <message>
        <source>Suspected fraud</source>
        <translation>اشتباه في احتيال</translation>
    </message>
    <message>
        <source>Court order</source>
        <translation>أمر قضائي</translation>
    </message>
    <message>
        <source>The customer has died</source>
        <translation>وفاة العميل</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>تم التحقق من الهوية</translation>
    </message>
    <message>
        <source>Suspicion not confirmed</source>
        <translation>لم يثبت الاشتباه</translation>
    </message>
    <message>
        <source>Court order lifted</source>
        <translation>رُفع الأمر القضائي</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide to Mini-InstaPay</source>
        <translation>دليل Mini-InstaPay</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>&amp;Today</source>
        <extracomment>A whole date, in logical pixels.</extracomment>
        <translation>اليو&amp;م</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>ا&amp;لتاريخ</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>الخزينة</translation>
    </message>
    <message>
        <source>&amp;Open another</source>
        <translation>&amp;فتح خزينة أخرى</translation>
    </message>
    <message>
        <source>Day&apos;s &amp;sheet…</source>
        <translation>&amp;كشف اليوم…</translation>
    </message>
    <message>
        <source>&amp;Count and close…</source>
        <translation>الجرد والإ&amp;غلاق…</translation>
    </message>
    <message>
        <source>Show the till in {currency}</source>
        <translation>عرض الخزينة بعملة {currency}</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>History</source>
        <extracomment>The table never gets lower than its head and this many rows; then the page scrolls.</extracomment>
        <translation>سجل العمليات</translation>
    </message>
    <message>
        <source>Loading the history…</source>
        <translation>جارٍ تحميل سجل العمليات…</translation>
    </message>
    <message>
        <source>No payments yet</source>
        <translation>لا توجد عمليات بعد</translation>
    </message>
    <message>
        <source>What you receive and what you pay will stand here.</source>
        <translation>ستظهر هنا المبالغ التي تستلمها والتي تدفعها.</translation>
    </message>
    <message>
        <source>What comes in and what goes out will stand here.</source>
        <translation>سيظهر هنا ما يرد وما يصدر.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting payment(s) not shown: the filter hides them.</source>
        <translation>
            <numerusform>لا عمليات معلّقة مخفية بالتصفية.</numerusform>
            <numerusform>عملية معلّقة واحدة لا تظهر: التصفية تخفيها.</numerusform>
            <numerusform>عمليتان معلّقتان لا تظهران: التصفية تخفيهما.</numerusform>
            <numerusform>%n عمليات معلّقة لا تظهر: التصفية تخفيها.</numerusform>
            <numerusform>%n عملية معلّقة لا تظهر: التصفية تخفيها.</numerusform>
            <numerusform>%n عملية معلّقة لا تظهر: التصفية تخفيها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every payment was made</source>
        <translation>نُفّذت كل التحويلات</translation>
    </message>
    <message>
        <source>None from this account was refused, cancelled or has run out.</source>
        <translation>لم يُرفض أي تحويل من هذا الحساب، ولم يُلغَ، ولم تنتهِ مهلته.</translation>
    </message>
    <message>
        <source>Show all payments</source>
        <translation>عرض كل العمليات</translation>
    </message>
    <message>
        <source>No payment matches</source>
        <translation>لا توجد عملية مطابقة</translation>
    </message>
    <message>
        <source>Look for another name, note or amount, or in other dates.</source>
        <translation>ابحث عن اسم أو ملاحظة أو مبلغ آخر، أو في تواريخ أخرى.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>The history can&apos;t be shown</source>
        <translation>تعذّر عرض سجل العمليات</translation>
    </message>
</context>
<context>
    <name>HourWords</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <extracomment>What ISO 4217 calls an amount of no currency in particular. Decimals of a part of the amount, as the bank keeps it. An amount, or nothing at all where there is no limit. The same for the amount from which on the password is asked for.</extracomment>
        <translation>
            <numerusform>لا ساعات</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentificationField</name>
    <message>
        <source>National ID seen</source>
        <extracomment>Characters, as the bank counts them.</extracomment>
        <translation>اطُّلع على بطاقة الرقم القومي</translation>
    </message>
    <message>
        <source>Passport seen</source>
        <translation>اطُّلع على جواز السفر</translation>
    </message>
    <message>
        <source>Driving licence seen</source>
        <translation>اطُّلع على رخصة القيادة</translation>
    </message>
    <message>
        <source>Known in person</source>
        <translation>معروف شخصيًا</translation>
    </message>
    <message>
        <source>Choose or type</source>
        <translation>اختر أو اكتب</translation>
    </message>
</context>
<context>
    <name>IdentityHead</name>
    <message>
        <source>{email} · customer since {day}</source>
        <translation>{email} · عميل منذ {day}</translation>
    </message>
    <message>
        <source>Opened {opened} · {reason} · closes {closes}</source>
        <translation>فُتح {opened} · {reason} · يُغلق {closes}</translation>
    </message>
    <message>
        <source>Opened {opened} · {reason} · closes in {left}</source>
        <translation>فُتح {opened} · {reason} · يُغلق خلال {left}</translation>
    </message>
    <message>
        <source>Since {moment}</source>
        <translation>منذ {moment}</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>الدخول موقوف</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>الدخول معلّق حتى {time}</translation>
    </message>
    <message>
        <source>After wrong passwords</source>
        <translation>بعد إدخال كلمات مرور خاطئة</translation>
    </message>
    <message>
        <source>One-time password not changed</source>
        <translation>لم تُغيَّر كلمة المرور المؤقتة</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Key {key}</source>
        <translation>المفتاح {key}</translation>
    </message>
</context>
<context>
    <name>LastLook</name>
    <message>
        <source>&amp;Cancel</source>
        <extracomment>Send waits so long: the second half of a double click on what opened it must not send.</extracomment>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Your &amp;password, to confirm it is you</source>
        <translation>&amp;كلمة المرور، للتأكد من هويتك</translation>
    </message>
</context>
<context>
    <name>LeftBehind</name>
    <message>
        <source>{payment}, sent {time}</source>
        <translation>{payment}، أُرسلت {time}</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether this was made.</source>
        <translation>لا نعرف بعد هل نُفِّذت هذه العملية أم لا.</translation>
    </message>
    <message>
        <source>Don&apos;t do it again; we are checking. This resolves by itself.</source>
        <translation>لا تكرّر العملية؛ نحن نتحقق منها. ستظهر النتيجة من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>الإيصال {number}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>We are finding out whether the payments of {name} were made.</source>
        <translation>نتحقق مما إذا كانت مدفوعات {name} قد نُفّذت.</translation>
    </message>
    <message>
        <source>Don&apos;t send the file again.</source>
        <translation>لا ترسل الملف مرة أخرى.</translation>
    </message>
    <message>
        <source>The payments of {name} were made.</source>
        <translation>نُفّذت مدفوعات {name}.</translation>
    </message>
    <message>
        <source>None of the payments of {name} was made.</source>
        <translation>لم تُنفَّذ أي من مدفوعات {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s), {amount} in all.</source>
        <translation>
            <numerusform>لا مدفوعات، بإجمالي {amount}.</numerusform>
            <numerusform>دفعة واحدة بمبلغ {amount}.</numerusform>
            <numerusform>دفعتان بإجمالي {amount}.</numerusform>
            <numerusform>%n دفعات بإجمالي {amount}.</numerusform>
            <numerusform>%n دفعةً بإجمالي {amount}.</numerusform>
            <numerusform>%n دفعة بإجمالي {amount}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>LineDetails</name>
    <message>
        <source>Send a&amp;gain</source>
        <translation>إعا&amp;دة الإرسال</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>They gave</source>
        <translation>دفع المُرسِل</translation>
    </message>
    <message>
        <source>They get</source>
        <translation>يستلم المستفيد</translation>
    </message>
    <message>
        <source>Fee returned</source>
        <translation>رد الرسوم</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Would have been paid</source>
        <translation>المبلغ الذي كان سيُدفع</translation>
    </message>
    <message>
        <source>You received</source>
        <translation>استلمت</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>المبلغ الوارد</translation>
    </message>
    <message>
        <source>You paid</source>
        <translation>إجمالي ما دفعته</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>المبلغ المدفوع</translation>
    </message>
    <message>
        <source>Held for it</source>
        <translation>المحجوز لها</translation>
    </message>
    <message>
        <source>You would have paid</source>
        <translation>كنت ستدفع</translation>
    </message>
    <message>
        <source>When</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>الرصيد بعدها</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>Copy the whole reference</source>
        <translation>نسخ الرقم المرجعي كاملًا</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>&amp;Password</source>
        <extracomment>Convention 5 of the design: what takes over 2 s can be cancelled.</extracomment>
        <translation>&amp;كلمة المرور</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;فتح القفل</translation>
    </message>
    <message>
        <source>Unlocking …</source>
        <translation>جارٍ فتح القفل …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>تسجيل ال&amp;خروج</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>Type your password to go on where you were.</source>
        <translation>اكتب كلمة المرور لتتابع من حيث توقفت.</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Money of the day</source>
        <translation>أموال اليوم</translation>
    </message>
    <message>
        <source>Money of the day in {currency}</source>
        <translation>أموال اليوم بعملة {currency}</translation>
    </message>
</context>
<context>
    <name>MoneyLabel</name>
    <message>
        <source>hidden</source>
        <extracomment>Sizes of integer and decimals, from the largest: a fortune is set smaller, never cut off.</extracomment>
        <translation>مخفي</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More…</source>
        <translation>المزيد…</translation>
    </message>
    <message>
        <source>More that can be done</source>
        <translation>إجراءات أخرى</translation>
    </message>
</context>
<context>
    <name>MoreRow</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Search on</source>
        <translation>متابعة البحث</translation>
    </message>
    <message>
        <source>Loading older payments…</source>
        <extracomment>Convention 5 of the design: anything over 300 ms shows that it works.</extracomment>
        <translation>جارٍ تحميل العمليات الأقدم…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Stopped. Everything since {day} was searched.</source>
        <translation>توقف البحث. تم البحث في كل ما بعد {day}.</translation>
    </message>
    <message>
        <source>Searching… everything since {day} is done.</source>
        <translation>جارٍ البحث… اكتمل كل ما بعد {day}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>NavItem</name>
    <message numerus="yes">
        <source>{name}, %n waiting</source>
        <translation>
            <numerusform>{name}، لا شيء بالانتظار</numerusform>
            <numerusform>{name}، عملية واحدة بالانتظار</numerusform>
            <numerusform>{name}، عمليتان بالانتظار</numerusform>
            <numerusform>{name}، %n عمليات بالانتظار</numerusform>
            <numerusform>{name}، %n عملية بالانتظار</numerusform>
            <numerusform>{name}، %n عملية بالانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n unread</source>
        <translation>
            <numerusform>{name}، لا إشعارات غير مقروءة</numerusform>
            <numerusform>{name}، إشعار واحد غير مقروء</numerusform>
            <numerusform>{name}، إشعاران غير مقروءين</numerusform>
            <numerusform>{name}، %n إشعارات غير مقروءة</numerusform>
            <numerusform>{name}، %n إشعارًا غير مقروء</numerusform>
            <numerusform>{name}، %n إشعار غير مقروء</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Characters left: {count}</source>
        <extracomment>Characters, as the bank counts them. How many characters before the end it begins to count them down. Longer than a note may be: what is too long is said, not silently cut off.</extracomment>
        <translation>الأحرف المتبقية: {count}</translation>
    </message>
</context>
<context>
    <name>NotesForm</name>
    <message>
        <source>&amp;Keep the note</source>
        <extracomment>Lines that the field shows.</extracomment>
        <translation>ح&amp;فظ الملاحظة</translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Loading the notes…</source>
        <translation>جارٍ تحميل الملاحظات…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>إعادة ال&amp;محاولة</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Shift+Enter: a new line</source>
        <translation>Shift+Enter: سطر جديد</translation>
    </message>
    <message>
        <source>A note for your &amp;colleagues</source>
        <translation>&amp;ملاحظة لزملائك</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>لا توجد ملاحظات بعد.</translation>
    </message>
    <message>
        <source>The note was kept.</source>
        <translation>حُفظت الملاحظة.</translation>
    </message>
</context>
<context>
    <name>NotificationList</name>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تحديد كمقروء</translation>
    </message>
</context>
<context>
    <name>NotificationModel</name>
    <message>
        <source>Unread</source>
        <translation>غير مقروء</translation>
    </message>
</context>
<context>
    <name>NotificationsScreen</name>
    <message>
        <source>&amp;Mark all as read</source>
        <translation>&amp;تحديد الكل كمقروء</translation>
    </message>
    <message>
        <source>Loading your notifications…</source>
        <translation>جارٍ تحميل إشعاراتك…</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>لا جديد</translation>
    </message>
    <message>
        <source>When money comes or goes, you will read it here.</source>
        <translation>ستقرأ هنا عن كل مبلغ يصلك أو تحوّله.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Your notifications can&apos;t be shown</source>
        <translation>تعذّر عرض إشعاراتك</translation>
    </message>
</context>
<context>
    <name>OneTimeDialog</name>
    <message>
        <source>One-time password</source>
        <translation>كلمة مرور لمرة واحدة</translation>
    </message>
</context>
<context>
    <name>OpenAccountForm</name>
    <message>
        <source>&amp;Open the account</source>
        <extracomment>What was sent last, and under which id: the same once more opens no second account.</extracomment>
        <translation>&amp;فتح الحساب</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Open an account</source>
        <translation>فتح حساب</translation>
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation>ال&amp;عملة</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>May be left empty. The customer sees it, such as Savings.</source>
        <translation>يمكن تركه فارغًا. يراه العميل، مثل: الادخار.</translation>
    </message>
</context>
<context>
    <name>OpenedLine</name>
    <message>
        <source>&amp;Take it back…</source>
        <extracomment>Among so many newest lines a payment is looked for that something else is about. Staff look at it, who may have transfers reversed.</extracomment>
        <translation>است&amp;رداد العملية…</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>عملية</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>الت&amp;فاصيل</translation>
    </message>
    <message>
        <source>Send a&amp;gain</source>
        <translation>إعا&amp;دة الإرسال</translation>
    </message>
    <message>
        <source>&amp;Copy when</source>
        <translation>نسخ ال&amp;تاريخ</translation>
    </message>
    <message>
        <source>&amp;Copy who and what</source>
        <translation>&amp;نسخ البيان</translation>
    </message>
    <message>
        <source>&amp;Copy the amount</source>
        <translation>نسخ ال&amp;مبلغ</translation>
    </message>
    <message>
        <source>&amp;Copy the balance</source>
        <translation>نسخ ال&amp;رصيد</translation>
    </message>
    <message>
        <source>Copy the &amp;row</source>
        <translation>نسخ ال&amp;صف</translation>
    </message>
    <message>
        <source>Copy the re&amp;ference</source>
        <translation>نسخ الرقم المرج&amp;عي</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>&amp;Open the till</source>
        <extracomment>As many old sheets are offered here. Of the till that is being opened: the same until it is open, so that it is opened once.</extracomment>
        <translation>ف&amp;تح الخزينة</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>جارٍ الفتح…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;عودة</translation>
    </message>
    <message>
        <source>Open your till</source>
        <translation>افتح خزينتك</translation>
    </message>
    <message>
        <source>Say what you take from the vault to begin with. It may be nothing.</source>
        <translation>اذكر المبلغ الذي تأخذه من الخزنة الرئيسية للبدء. يمكن أن يكون صفرًا.</translation>
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation>ال&amp;عملة</translation>
    </message>
    <message>
        <source>&amp;Float from the vault</source>
        <translation>&amp;رصيد الافتتاح من الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>{name} has counted a till and waits to hand it over.</source>
        <translation>جرد {name} خزينة، وينتظر من يستلمها.</translation>
    </message>
    <message numerus="yes">
        <source>%n till(s) were counted and wait to be taken over.</source>
        <translation>
            <numerusform>لا خزائن بانتظار الاستلام.</numerusform>
            <numerusform>جُردت خزينة واحدة وهي بانتظار من يستلمها.</numerusform>
            <numerusform>جُردت خزينتان وهما بانتظار من يستلمهما.</numerusform>
            <numerusform>جُردت %n خزائن وهي بانتظار من يستلمها.</numerusform>
            <numerusform>جُردت %n خزينةً وهي بانتظار من يستلمها.</numerusform>
            <numerusform>جُردت %n خزينة وهي بانتظار من يستلمها.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Take over…</source>
        <translation>ا&amp;ستلام…</translation>
    </message>
    <message>
        <source>Sheets of tills that were closed</source>
        <translation>كشوف الخزائن المغلقة</translation>
    </message>
    <message>
        <source>{till}: {moment}</source>
        <translation>{till}: {moment}</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>We don&apos;t know yet whether this payment was made.</source>
        <translation>لا نعرف بعد هل نُفّذ هذا التحويل.</translation>
    </message>
    <message>
        <source>Don&apos;t send it again; we are checking.</source>
        <translation>لا ترسله مرة أخرى، فنحن نتحقق.</translation>
    </message>
    <message>
        <source>This resolves by itself, even if you close the window.</source>
        <translation>سيتضح ذلك تلقائيًّا، حتى إذا أغلقت النافذة.</translation>
    </message>
    <message>
        <source>The bank refused this payment. No money was moved.</source>
        <translation>رفض البنك هذا التحويل. لم يُخصم أي مبلغ.</translation>
    </message>
    <message>
        <source>This payment was not made.</source>
        <translation>لم يُنفَّذ هذا التحويل.</translation>
    </message>
    <message>
        <source>No money was moved. You can send it again.</source>
        <translation>لم يُخصم أي مبلغ. يمكنك إرساله مرة أخرى.</translation>
    </message>
    <message>
        <source>This payment waits for the bank&apos;s approval.</source>
        <translation>هذا التحويل في انتظار موافقة البنك.</translation>
    </message>
    <message>
        <source>Don&apos;t send it again; you will be told.</source>
        <translation>لا ترسله مرة أخرى، وسيصلك إشعار.</translation>
    </message>
    <message>
        <source>Sent: {payment}</source>
        <translation>تم الإرسال: {payment}</translation>
    </message>
    <message>
        <source>{payment}, sent {time}</source>
        <translation>{payment}، أُرسل {time}</translation>
    </message>
</context>
<context>
    <name>OverviewScreen</name>
    <message>
        <source>Loading the day…</source>
        <extracomment>What books money: the thread that sends it waits 15 s, twice where the first answer was lost. What is being accepted, and what was sent to or from the vault.</extracomment>
        <translation>جارٍ تحميل بيانات اليوم…</translation>
    </message>
    <message>
        <source>The day can&apos;t be shown</source>
        <translation>تعذر عرض بيانات اليوم</translation>
    </message>
    <message>
        <source>The variance was accepted.</source>
        <translation>تم اعتماد الفرق.</translation>
    </message>
    <message>
        <source>Booked: {amount} for the vault.</source>
        <translation>تم القيد: {amount} للخزنة الرئيسية.</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether this was done. Try again: it is done only once.</source>
        <translation>لا نعلم بعد هل تم ذلك. أعد المحاولة: لن يتم إلا مرة واحدة.</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Hide password</source>
        <extracomment>Longest text the field takes; the rule of 72 UTF-8 bytes is told by its own sentence.</extracomment>
        <translation>إخفاء كلمة المرور</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
</context>
<context>
    <name>PasswordRules</name>
    <message>
        <source>(done)</source>
        <translation>(تم)</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) or more. A sentence is easy to keep in mind.</source>
        <translation>
            <numerusform>أي عدد من الأحرف. الجملة يسهل تذكّرها.</numerusform>
            <numerusform>حرف واحد أو أكثر. الجملة يسهل تذكّرها.</numerusform>
            <numerusform>حرفان أو أكثر. الجملة يسهل تذكّرها.</numerusform>
            <numerusform>%n أحرف أو أكثر. الجملة يسهل تذكّرها.</numerusform>
            <numerusform>%n حرفًا أو أكثر. الجملة يسهل تذكّرها.</numerusform>
            <numerusform>%n حرف أو أكثر. الجملة يسهل تذكّرها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) at most: letters other than A to Z count double or more.</source>
        <translation>
            <numerusform>لا بايتات: الأحرف غير الإنجليزية تُحسب مضاعفة أو أكثر.</numerusform>
            <numerusform>بايت واحد على الأكثر: الأحرف غير الإنجليزية تُحسب مضاعفة أو أكثر.</numerusform>
            <numerusform>بايتان على الأكثر: الأحرف غير الإنجليزية تُحسب مضاعفة أو أكثر.</numerusform>
            <numerusform>%n بايتات على الأكثر: الأحرف غير الإنجليزية تُحسب مضاعفة أو أكثر.</numerusform>
            <numerusform>%n بايتًا على الأكثر: الأحرف غير الإنجليزية تُحسب مضاعفة أو أكثر.</numerusform>
            <numerusform>%n بايت على الأكثر: الأحرف غير الإنجليزية تُحسب مضاعفة أو أكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not the one you have now.</source>
        <translation>مختلفة عن كلمة المرور الحالية.</translation>
    </message>
</context>
<context>
    <name>PasswordStep</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <extracomment>Three round trips and one bcrypt of 0.3 s; on a slow line a few seconds.</extracomment>
        <translation>يبدو أن مفتاح الأحرف الكبيرة مفعّل.</translation>
    </message>
</context>
<context>
    <name>PayeeField</name>
    <message>
        <source>name@instapay or IBAN</source>
        <extracomment>So long a pause ends a word: ask the bank then, not at each letter. Longer than any address and any IBAN with blanks; the rest of a paste is cut off. What goes on by itself once the payee is known. Put in by a screen, not typed. Who is to be chosen as soon as choices are there: a draft&apos;s.</extracomment>
        <translation>&#xa0;عنوان مثل name@instapay أو رقم آيبان</translation>
    </message>
</context>
<context>
    <name>PayeeNote</name>
    <message>
        <source>A&amp;dd to contacts</source>
        <extracomment>Convention 5 of the design: anything over 300 ms shows that it works.</extracomment>
        <translation>إ&amp;ضافة إلى جهات الاتصال</translation>
    </message>
    <message>
        <source>First payment: check the name.</source>
        <translation>أول تحويل: تأكد من الاسم.</translation>
    </message>
    <message>
        <source>Your own account</source>
        <translation>حسابك أنت</translation>
    </message>
    <message>
        <source>{address}, one of your contacts</source>
        <translation>{address}، من جهات الاتصال</translation>
    </message>
    <message>
        <source>You have paid this account before</source>
        <translation>سبق لك التحويل إلى هذا الحساب</translation>
    </message>
    <message>
        <source>Is this who you mean?</source>
        <translation>هل هذا هو المستفيد المقصود؟</translation>
    </message>
    <message>
        <source>Looking up who this is…</source>
        <translation>جارٍ البحث عن المستفيد…</translation>
    </message>
</context>
<context>
    <name>PayerRow</name>
    <message>
        <source>such as: national ID card, number checked</source>
        <extracomment>As long as a reason may be.</extracomment>
        <translation>مثل: بطاقة الرقم القومي، وجرت مطابقة الرقم</translation>
    </message>
    <message>
        <source>How was the customer &amp;identified?</source>
        <translation>كيف جرى التحقق من &amp;هوية العميل؟</translation>
    </message>
    <message>
        <source>Pay &amp;from</source>
        <translation>الدفع &amp;من</translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation>لصالح العميل {name}</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>locked</source>
        <translation>موقوف</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Find by name or email</source>
        <extracomment>bcrypt takes its time, and so does a busy bank. After the last key, ms. What `_changing` is about. What waits its turn. What was looked for that is listed now: a text, and whether among staff only.</extracomment>
        <translation>ابحث بالاسم أو البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>البحث عن شخص</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>&amp;Add staff</source>
        <translation>إ&amp;ضافة موظف</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>لا أحد يطابق البحث</translation>
    </message>
    <message>
        <source>Look for another name or email.</source>
        <translation>ابحث عن اسم آخر أو بريد إلكتروني آخر.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>عرض المزيد</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Locked</source>
        <extracomment>Both edges of a box around its tick. What was agreed to in the strip as it stands.</extracomment>
        <translation>موقوف</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>في مهلة</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>كلمة مرور لمرة واحدة</translation>
    </message>
    <message>
        <source>This is you. Nobody changes their own rights; ask another administrator.</source>
        <translation>هذا حسابك أنت. لا يغيِّر أحد صلاحياته بنفسه؛ اطلب ذلك من مسؤول نظام آخر.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>الدخول</translation>
    </message>
    <message>
        <source>New one-time &amp;password</source>
        <translation>كلمة مرور جديدة لمرة &amp;واحدة</translation>
    </message>
    <message>
        <source>&amp;Lift the pause</source>
        <translation>&amp;رفع المهلة</translation>
    </message>
    <message>
        <source>L&amp;ock …</source>
        <translation>إيقا&amp;ف …</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>إل&amp;غاء الإيقاف</translation>
    </message>
    <message>
        <source>A customer gets a new password from a teller or supervisor.</source>
        <translation>يحصل العميل على كلمة مرور جديدة من الصرّاف أو المشرف.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Locked since {when}: {reason}</source>
        <translation>موقوف منذ {when}: {reason}</translation>
    </message>
    <message>
        <source>Too many wrong passwords: the next try counts at {when}.</source>
        <translation>محاولات خاطئة كثيرة: تُحتسب المحاولة التالية عند {when}.</translation>
    </message>
    <message>
        <source>Here since {when}</source>
        <translation>مسجَّل منذ {when}</translation>
    </message>
    <message>
        <source>The roles of {name} are changed.</source>
        <translation>تغيرت أدوار {name}.</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>منح الدور</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>سحب الدور</translation>
    </message>
    <message>
        <source>{name} is locked, and signed out everywhere.</source>
        <translation>أُوقف دخول {name}، وسُجِّل الخروج من كل الأماكن.</translation>
    </message>
    <message>
        <source>Lock {name}? All their windows are signed out at once, and their password opens none until somebody unlocks them. They are not told why.</source>
        <translation>أتوقف دخول {name}؟ يُسجَّل الخروج من كل النوافذ فورًا، ولا تفتح كلمة المرور أي نافذة حتى يُلغى الإيقاف. لا يُذكر السبب لصاحب الحساب.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>{name} is unlocked.</source>
        <translation>أُلغي إيقاف {name}.</translation>
    </message>
    <message>
        <source>Unlock {name}? They sign in again with the password they have.</source>
        <translation>أتلغي إيقاف {name}؟ يكون تسجيل الدخول بكلمة المرور الحالية.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>إلغاء الإيقاف</translation>
    </message>
    <message>
        <source>{name} can try again at once.</source>
        <translation>يمكن لـ{name} المحاولة فورًا.</translation>
    </message>
    <message>
        <source>Let {name} try again at once? Be sure that it is {name} who asks.</source>
        <translation>أتسمح لـ{name} بالمحاولة فورًا؟ تأكد من أن {name} هو صاحب الطلب.</translation>
    </message>
    <message>
        <source>Lift the pause</source>
        <translation>رفع المهلة</translation>
    </message>
    <message>
        <source>{name} has a new one-time password, and is signed out everywhere.</source>
        <translation>لدى {name} كلمة مرور جديدة لمرة واحدة، وسُجِّل الخروج من كل الأماكن.</translation>
    </message>
    <message>
        <source>Give {name} a new one-time password? The one of before opens nothing any more, and all their windows are signed out at once.</source>
        <translation>أتمنح {name} كلمة مرور جديدة لمرة واحدة؟ تبطل كلمة المرور السابقة، ويُسجَّل الخروج من كل النوافذ فورًا.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>This window</source>
        <translation>هذه النافذة</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out at {station}, opened {moment}</source>
        <translation>تسجيل الخروج من {station}، بدأت الجلسة {moment}</translation>
    </message>
    <message>
        <source>Opened {moment}</source>
        <translation>بدأت الجلسة {moment}</translation>
    </message>
    <message>
        <source>Opened {moment} · last used {used}</source>
        <translation>بدأت الجلسة {moment} · آخر استخدام {used}</translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>One moment …</source>
        <translation>لحظة من فضلك …</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>الأجهزة المسجَّل دخولك منها</translation>
    </message>
    <message>
        <source>Sign out &amp;other places</source>
        <translation>الخروج من الأجهزة الأ&amp;خرى</translation>
    </message>
    <message>
        <source>Sign out &amp;everywhere</source>
        <translation>الخروج من كل الأج&amp;هزة</translation>
    </message>
    <message>
        <source>Here too: you are asked to sign in again</source>
        <translation>ومن هنا أيضًا: سيُطلب منك تسجيل الدخول من جديد</translation>
    </message>
    <message>
        <source>Sign out what you do not know, then change your password.</source>
        <translation>سجّل الخروج من أي جهاز لا تعرفه، ثم غيّر كلمة المرور.</translation>
    </message>
    <message>
        <source>Signed out there.</source>
        <translation>تم تسجيل الخروج من ذلك الجهاز.</translation>
    </message>
    <message>
        <source>All other places are signed out.</source>
        <translation>تم تسجيل الخروج من كل الأجهزة الأخرى.</translation>
    </message>
    <message>
        <source>Sign out everywhere?</source>
        <translation>هل تريد تسجيل الخروج من كل الأجهزة؟</translation>
    </message>
    <message>
        <source>Here too: you are asked to sign in again, and what you typed is lost.</source>
        <translation>ومن هنا أيضًا: سيُطلب منك تسجيل الدخول من جديد، ويُفقد ما كتبته.</translation>
    </message>
</context>
<context>
    <name>PlateDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>جارٍ الفتح…</translation>
    </message>
    <message>
        <source>The time for this customer is over</source>
        <translation>انتهت مدة فتح ملف هذا العميل</translation>
    </message>
    <message>
        <source>Say once more why, and you can go on where you were.</source>
        <translation>اذكر السبب مرة أخرى لتتابع من حيث توقفت.</translation>
    </message>
    <message>
        <source>Why do you open this customer?</source>
        <translation>لماذا تفتح ملف هذا العميل؟</translation>
    </message>
    <message numerus="yes">
        <source>The bank keeps the reason in its log. You can then see the accounts for %n minute(s).</source>
        <translation>
            <numerusform>يحفظ البنك السبب في سجله. بعد ذلك لا ترى الحسابات.</numerusform>
            <numerusform>يحفظ البنك السبب في سجله. بعد ذلك ترى الحسابات لمدة دقيقة واحدة.</numerusform>
            <numerusform>يحفظ البنك السبب في سجله. بعد ذلك ترى الحسابات لمدة دقيقتين.</numerusform>
            <numerusform>يحفظ البنك السبب في سجله. بعد ذلك ترى الحسابات لمدة %n دقائق.</numerusform>
            <numerusform>يحفظ البنك السبب في سجله. بعد ذلك ترى الحسابات لمدة %n دقيقة.</numerusform>
            <numerusform>يحفظ البنك السبب في سجله. بعد ذلك ترى الحسابات لمدة %n دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Another reason</source>
        <translation>&amp;سبب آخر</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>&amp;New transfer</source>
        <translation>&amp;تحويل جديد</translation>
    </message>
    <message>
        <source>Show the a&amp;ccount</source>
        <translation>عرض ال&amp;حساب</translation>
    </message>
    <message>
        <source>Send a&amp;gain</source>
        <translation>إعا&amp;دة الإرسال</translation>
    </message>
    <message>
        <source>A&amp;dd to contacts</source>
        <translation>إ&amp;ضافة إلى جهات الاتصال</translation>
    </message>
    <message>
        <source>{amount} sent</source>
        <translation>تم تحويل {amount}</translation>
    </message>
    <message>
        <source>to {payee}</source>
        <translation>إلى {payee}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>You paid</source>
        <translation>إجمالي ما دفعته</translation>
    </message>
    <message>
        <source>When</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>New balance</source>
        <translation>الرصيد الجديد</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>Copy the whole reference</source>
        <translation>نسخ الرقم المرجعي كاملًا</translation>
    </message>
</context>
<context>
    <name>ReceiptGiving</name>
    <message>
        <source>Sent to the printer.</source>
        <extracomment>Payments whose receipt has left this program since it began or is on its way, by whichever screen. Receipts are made in threads, several at once. Where files are being written that are not there yet.</extracomment>
        <translation>أُرسل إلى الطابعة.</translation>
    </message>
</context>
<context>
    <name>ReceiptPanel</name>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>تصحيح…</translation>
    </message>
    <message>
        <source>Ask for its number again</source>
        <translation>اطلب رقمه مرة أخرى</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>الإيصال {number}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>المستفيد</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Takes back receipt</source>
        <translation>يُلغي الإيصال</translation>
    </message>
    <message>
        <source>In the drawer now</source>
        <translation>في الدرج الآن</translation>
    </message>
    <message>
        <source>Done, but its receipt cannot be read just now</source>
        <translation>نُفِّذت العملية، لكن تتعذّر قراءة إيصالها الآن</translation>
    </message>
</context>
<context>
    <name>ReceiveScreen</name>
    <message>
        <source>&amp;Back to accounts</source>
        <translation>ال&amp;عودة إلى الحسابات</translation>
    </message>
    <message>
        <source>Payment address</source>
        <translation>عنوان الدفع</translation>
    </message>
    <message>
        <source>Copy a&amp;ddress</source>
        <translation>نسخ العن&amp;وان</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>رقم الآيبان</translation>
    </message>
    <message>
        <source>Copy &amp;IBAN</source>
        <translation>&amp;نسخ الآيبان</translation>
    </message>
    <message>
        <source>&amp;Give up this address</source>
        <translation>الت&amp;خلي عن هذا العنوان</translation>
    </message>
    <message>
        <source>Loading your accounts…</source>
        <translation>جارٍ تحميل حساباتك…</translation>
    </message>
    <message>
        <source>Your account is being opened</source>
        <translation>جارٍ فتح حسابك</translation>
    </message>
    <message>
        <source>You can be paid as soon as it is there, in a moment.</source>
        <translation>يمكنك استلام المبالغ بمجرد فتحه، خلال لحظات.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>تحقّق مرة أخرى</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>استلام</translation>
    </message>
    <message>
        <source>Give one of these to whoever is to pay you. Both reach this account.</source>
        <translation>أعطِ أحدهما لمن سيحوّل إليك. كلاهما يصل إلى هذا الحساب.</translation>
    </message>
    <message>
        <source>Account &amp;to be paid into</source>
        <translation>ا&amp;لحساب المستلِم</translation>
    </message>
    <message>
        <source>Your accounts can&apos;t be shown</source>
        <translation>تعذّر عرض حساباتك</translation>
    </message>
    <message>
        <source>{address} is yours now.</source>
        <translation>أصبح {address} لك.</translation>
    </message>
    <message>
        <source>Give up {address}?</source>
        <translation>هل تريد التخلي عن {address}؟</translation>
    </message>
    <message>
        <source>Nobody can pay you by it any more, and for 90 days nobody else can have it. Until then you can claim it for this account again.</source>
        <translation>لن يمكن لأحد التحويل إليك به، ولن يمكن لغيرك حجزه لمدة 90 يومًا. وحتى ذلك الحين يمكنك حجزه لهذا الحساب من جديد.</translation>
    </message>
    <message>
        <source>&amp;Give it up</source>
        <translation>الت&amp;خلي عنه</translation>
    </message>
    <message>
        <source>{address} was given up.</source>
        <translation>تم التخلي عن {address}.</translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>Pay again</source>
        <translation>تحويل مجددًا</translation>
    </message>
</context>
<context>
    <name>RecordDetails</name>
    <message>
        <source>&amp;Copy all of it</source>
        <translation>ن&amp;سخ الكل</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من قام به</translation>
    </message>
    <message>
        <source>Their id</source>
        <translation>معرّفه</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>المدفوعات</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>عمليات الدخول</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>مختوم</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Database login</source>
        <translation>حساب قاعدة البيانات</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message>
        <source>&amp;Try again</source>
        <translation>إعادة ال&amp;محاولة</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>البحث عن عميل</translation>
    </message>
    <message>
        <source>Type two letters of a name or more, or a whole email, IBAN or payment address.</source>
        <translation>اكتب حرفين أو أكثر من الاسم، أو بريدًا إلكترونيًا أو رقم آيبان أو عنوان دفع كاملًا.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>لم يُعثر على أحد</translation>
    </message>
    <message>
        <source>Type fewer letters of the name. Emails, IBANs and payment addresses are found whole.</source>
        <translation>اكتب حروفًا أقل من الاسم. يُعثر على البريد الإلكتروني ورقم آيبان وعنوان الدفع إذا كُتب كاملًا.</translation>
    </message>
    <message>
        <source>First {count} customers</source>
        <translation>أول {count} عميلًا</translation>
    </message>
    <message>
        <source>There may be more. Type more of the name.</source>
        <translation>قد يوجد غيرهم. اكتب المزيد من الاسم.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation>تعذّر البحث</translation>
    </message>
</context>
<context>
    <name>ResultsList</name>
    <message>
        <source>Customers found</source>
        <translation>العملاء الذين عُثر عليهم</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Found by email</source>
        <extracomment>Two lines, in logical pixels.</extracomment>
        <translation>عُثر عليه بالبريد الإلكتروني</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>لا حسابات</numerusform>
            <numerusform>حساب واحد</numerusform>
            <numerusform>حسابان</numerusform>
            <numerusform>%n حسابات</numerusform>
            <numerusform>%n حسابًا</numerusform>
            <numerusform>%n حساب</numerusform>
        </translation>
    </message>
    <message>
        <source>No open account</source>
        <translation>لا حساب مفتوح</translation>
    </message>
</context>
<context>
    <name>ReverseForm</name>
    <message>
        <source>Loading the payment…</source>
        <extracomment>How long until a reversal that nobody answered for is asked about once more. What was sent last, and under which id: the same once more moves nothing twice.</extracomment>
        <translation>جارٍ تحميل العملية…</translation>
    </message>
    <message>
        <source>Take it from the &amp;bank&apos;s own account</source>
        <translation>أخذ المبلغ من حساب البن&amp;ك نفسه</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>است&amp;رداد المبلغ</translation>
    </message>
    <message>
        <source>Taking back…</source>
        <translation>جارٍ الاسترداد…</translation>
    </message>
    <message>
        <source>Take a payment back</source>
        <translation>استرداد عملية</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>No payment is chosen.</source>
        <translation>لم تُختر أي عملية.</translation>
    </message>
    <message>
        <source>Choose one in the history, then take it back from there.</source>
        <translation>اختر عملية من سجل العمليات، ثم استردّها من هناك.</translation>
    </message>
    <message>
        <source>This cannot be taken back.</source>
        <translation>لا يمكن استرداد هذه العملية.</translation>
    </message>
    <message>
        <source>Only transfers can. A mistake with cash is corrected at the till.</source>
        <translation>التحويلات وحدها يمكن استردادها. ويُصحَّح الخطأ في النقد عند الخزينة.</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>تاريخ الدفع</translation>
    </message>
    <message>
        <source>Is taken from</source>
        <translation>يُؤخذ من</translation>
    </message>
    <message>
        <source>Goes back to</source>
        <translation>يعود إلى</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Fee, returned</source>
        <translation>الرسوم المُعادة</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>إجمالي ما يعود</translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation>سؤال مرة أ&amp;خرى</translation>
    </message>
    <message>
        <source>{amount} were taken back.</source>
        <translation>استُرد {amount}.</translation>
    </message>
    <message>
        <source>Whoever was paid does not have this money any more.</source>
        <translation>لم يعد هذا المبلغ لدى المستفيد.</translation>
    </message>
    <message>
        <source>You can have the bank give it: the bank then bears the loss.</source>
        <translation>يمكنك أن تجعل البنك يدفعه: عندئذٍ يتحمّل البنك الخسارة.</translation>
    </message>
    <message>
        <source>Ask a supervisor: they can have the bank give it.</source>
        <translation>اطلب من مشرف: يستطيع أن يجعل البنك يتحمّل المبلغ.</translation>
    </message>
    <message>
        <source>Paid to the wrong person</source>
        <extracomment>lupdate finds these because the context is written out.</extracomment>
        <translation>دُفع إلى شخص خطأ</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation>دُفع مرتين</translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation>مبلغ خطأ</translation>
    </message>
    <message>
        <source>Fraud</source>
        <translation>احتيال</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review the payment</source>
        <translation>مراجعة التحويل</translation>
    </message>
    <message>
        <source>&amp;Send {amount}</source>
        <translation>&amp;تحويل {amount}</translation>
    </message>
    <message>
        <source>Send {amount}?</source>
        <translation>هل تريد تحويل {amount}؟</translation>
    </message>
    <message>
        <source>to {payee}</source>
        <translation>إلى {payee}</translation>
    </message>
    <message>
        <source>You have never paid this account before.</source>
        <translation>لم يسبق لك التحويل إلى هذا الحساب.</translation>
    </message>
    <message>
        <source>Check that this is who you mean.</source>
        <translation>تأكد من أن هذا هو المستفيد المقصود.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>They get</source>
        <translation>يستلم المستفيد</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>إجمالي ما ستدفعه</translation>
    </message>
    <message>
        <source>Available after</source>
        <translation>المتاح بعد التحويل</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>&amp;Pay</source>
        <translation>&amp;تحويل</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>ت&amp;غيير الاسم</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>Pay {name}</source>
        <translation>التحويل إلى {name}</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>تغيير اسم {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>حذف {name}</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>المستفيد</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسلت</translation>
    </message>
</context>
<context>
    <name>RowsTable</name>
    <message>
        <source>Payments of the file</source>
        <extracomment>How what is left is shared out, in per cent: where rows are to be checked, and where none are. Addresses and IBANs are read from left to right, and told apart by their ends.</extracomment>
        <translation>مدفوعات الملف</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>Change</source>
        <extracomment>Room for the largest limit that the bank began with, in logical pixels.</extracomment>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change {what}</source>
        <translation>تغيير {what}</translation>
    </message>
    <message>
        <source>It is now: {figures}</source>
        <translation>القيم الآن: {figures}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Save {what}</source>
        <translation>حفظ {what}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Changed by {name}, {when}</source>
        <translation>غيَّره {name}، {when}</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>{what} is changed.</source>
        <translation>تم تغيير {what}.</translation>
    </message>
</context>
<context>
    <name>SavingDialog</name>
    <message>
        <source>How much is written</source>
        <extracomment>Longer than anything takes that is written: it is ended by its person, not by a clock. A radio button&apos;s ring with its gap, as the style sheet has them, in logical pixels.</extracomment>
        <translation>مقدار ما كُتب</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>ا&amp;ستبداله</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;حفظ…</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} موجود بالفعل.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>أُرسل إلى الطابعة.</translation>
    </message>
    <message>
        <source>Other &amp;name…</source>
        <translation>اسم آ&amp;خر…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>إيقا&amp;ف</translation>
    </message>
</context>
<context>
    <name>SealsDialog</name>
    <message>
        <source>Verify the seals</source>
        <translation>التحقّق من الأختام</translation>
    </message>
    <message>
        <source>Every record is sealed within seconds. A seal holds as long as nobody has changed, added or removed a record behind it.</source>
        <translation>يُختم كل قيد خلال ثوانٍ. ويبقى الختم سليمًا ما لم يغيّر أحد قيدًا خلفه أو يضفه أو يحذفه.</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>المدفوعات</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>عمليات الدخول</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>إي&amp;قاف</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
</context>
<context>
    <name>SearchEdit</name>
    <message>
        <source>Clear (Esc)</source>
        <extracomment>From the field&apos;s edge to its icon, in logical pixels.</extracomment>
        <translation>مسح (Esc)</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Find a customer</source>
        <extracomment>What the bank reads at most.</extracomment>
        <translation>البحث عن عميل</translation>
    </message>
    <message>
        <source>Name, email, IBAN or payment address</source>
        <translation>الاسم أو البريد أو رقم آيبان أو عنوان الدفع</translation>
    </message>
</context>
<context>
    <name>ServeFields</name>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Into account</source>
        <translation>إلى حساب</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>من حساب</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>إثبات الهوية</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>ملاحظة (اختياري)</translation>
    </message>
    <message>
        <source>Amount in {currency}</source>
        <translation>المبلغ بعملة {currency}</translation>
    </message>
</context>
<context>
    <name>ServeForm</name>
    <message>
        <source>One moment…</source>
        <extracomment>Whom to serve once the outcome that is awaited has come and was read.</extracomment>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>No fee.</source>
        <translation>دون رسوم.</translation>
    </message>
    <message>
        <source>Fee {fee}; the customer pays {total}.</source>
        <translation>الرسوم {fee}؛ يدفع العميل {total}.</translation>
    </message>
    <message>
        <source>Somebody else has to approve it.</source>
        <translation>يجب أن يوافق عليها شخص آخر.</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>&amp;Change password</source>
        <translation>تغيير كل&amp;مة المرور</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Changing it signs you out everywhere but here.</source>
        <translation>عند تغييرها يُسجَّل خروجك من كل الأجهزة عدا هذا الجهاز.</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>تم تغيير كلمة المرور.</translation>
    </message>
    <message>
        <source>All other places are signed out.</source>
        <translation>تم تسجيل الخروج من كل الأجهزة الأخرى.</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Day&apos;s sheet</source>
        <translation>كشف اليوم</translation>
    </message>
    <message>
        <source>All slips with their totals, the count, and what differed.</source>
        <translation>كل القسائم بإجمالياتها، والجرد، والفرق إن وُجد.</translation>
    </message>
    <message>
        <source>&amp;PDF, to keep and to sign</source>
        <translation>&amp;ملف PDF للحفظ والتوقيع</translation>
    </message>
    <message>
        <source>CS&amp;V file, for a spreadsheet</source>
        <translation>مل&amp;ف CSV لجداول البيانات</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message numerus="yes">
        <source>%n row(s) cannot be paid. Mend them in the file and choose it again: nothing is sent before all rows are right.</source>
        <translation>
            <numerusform>لا صفوف يتعذّر دفعها.</numerusform>
            <numerusform>صف واحد يتعذّر دفعه. صحّحه في الملف ثم اختر الملف من جديد: لا يُرسل شيء قبل أن تصحّ كل الصفوف.</numerusform>
            <numerusform>صفان يتعذّر دفعهما. صحّحهما في الملف ثم اختر الملف من جديد: لا يُرسل شيء قبل أن تصحّ كل الصفوف.</numerusform>
            <numerusform>%n صفوف يتعذّر دفعها. صحّحها في الملف ثم اختر الملف من جديد: لا يُرسل شيء قبل أن تصحّ كل الصفوف.</numerusform>
            <numerusform>%n صفًا يتعذّر دفعها. صحّحها في الملف ثم اختر الملف من جديد: لا يُرسل شيء قبل أن تصحّ كل الصفوف.</numerusform>
            <numerusform>%n صف يتعذّر دفعها. صحّحها في الملف ثم اختر الملف من جديد: لا يُرسل شيء قبل أن تصحّ كل الصفوف.</numerusform>
        </translation>
    </message>
    <message>
        <source>They get</source>
        <translation>يستلم المستفيدون</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Taken from the account</source>
        <translation>إجمالي ما يُخصم من الحساب</translation>
    </message>
    <message>
        <source>Available after</source>
        <translation>المتاح بعد التحويل</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>جارٍ الإرسال…</translation>
    </message>
    <message>
        <source>We are finding out whether these payments were made.</source>
        <translation>نتحقق مما إذا كانت هذه المدفوعات قد نُفّذت.</translation>
    </message>
    <message>
        <source>The answer was lost on the way. Don&apos;t send the file again.</source>
        <translation>فُقد الرد في الطريق. لا ترسل الملف مرة أخرى.</translation>
    </message>
    <message>
        <source>Reference {reference}. Fees: {fee}.</source>
        <translation>المرجع {reference}. الرسوم: {fee}.</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) were made.</source>
        <translation>
            <numerusform>لم تُنفَّذ أي دفعة.</numerusform>
            <numerusform>نُفّذت دفعة واحدة.</numerusform>
            <numerusform>نُفّذت دفعتان.</numerusform>
            <numerusform>نُفّذت %n دفعات.</numerusform>
            <numerusform>نُفّذت %n دفعةً.</numerusform>
            <numerusform>نُفّذت %n دفعة.</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>كل الصفوف</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Sa&amp;ve these as CSV</source>
        <translation>&amp;حفظ هذه الصفوف بصيغة CSV</translation>
    </message>
    <message>
        <source>&amp;Other file…</source>
        <translation>ملف آ&amp;خر…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;تفريغ</translation>
    </message>
    <message>
        <source>Sa&amp;ve result as CSV</source>
        <translation>&amp;حفظ النتيجة بصيغة CSV</translation>
    </message>
    <message>
        <source>&amp;New file…</source>
        <translation>مل&amp;ف جديد…</translation>
    </message>
    <message>
        <source>&amp;Review and send</source>
        <translation>مراج&amp;عة وإرسال</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>لا مدفوعات</numerusform>
            <numerusform>دفعة واحدة</numerusform>
            <numerusform>دفعتان</numerusform>
            <numerusform>%n دفعات</numerusform>
            <numerusform>%n دفعةً</numerusform>
            <numerusform>%n دفعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with errors</source>
        <translation>
            <numerusform>لا أخطاء</numerusform>
            <numerusform>خطأ في صف واحد</numerusform>
            <numerusform>أخطاء في صفين</numerusform>
            <numerusform>أخطاء في %n صفوف</numerusform>
            <numerusform>أخطاء في %n صفًا</numerusform>
            <numerusform>أخطاء في %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be looked at</source>
        <translation>
            <numerusform>لا شيء للمراجعة</numerusform>
            <numerusform>صف واحد للمراجعة</numerusform>
            <numerusform>صفان للمراجعة</numerusform>
            <numerusform>%n صفوف للمراجعة</numerusform>
            <numerusform>%n صفًا للمراجعة</numerusform>
            <numerusform>%n صف للمراجعة</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these payments was made.</source>
        <translation>لم تُنفَّذ أي من هذه المدفوعات.</translation>
    </message>
    <message>
        <source>You can send the file again.</source>
        <translation>يمكنك إرسال الملف مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <extracomment>A column&apos;s width, and the space beside it, in logical pixels.</extracomment>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in to your bank</source>
        <extracomment>Four round trips and one bcrypt of 0.3 s; on a slow line a few seconds. Convention 5 of the design: what takes over 2 s can be cancelled.</extracomment>
        <translation>سجّل الدخول إلى بنكك</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <extracomment>When each paused email may be tried again, by `clock.seconds`.</extracomment>
        <translation>يبدو أن مفتاح الأحرف الكبيرة مفعّل.</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>تسجيل ال&amp;دخول</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>جارٍ تسجيل الدخول …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>&amp;Create an account</source>
        <translation>&amp;فتح حساب جديد</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>ا&amp;لبريد الإلكتروني</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;كلمة المرور</translation>
    </message>
</context>
<context>
    <name>SignUpForm</name>
    <message>
        <source>Create an account</source>
        <translation>فتح حساب جديد</translation>
    </message>
    <message>
        <source>You get a current account in Egyptian pounds</source>
        <translation>ستحصل على حساب جارٍ بالجنيه المصري</translation>
    </message>
    <message>
        <source>C&amp;reate account</source>
        <translation>&amp;فتح الحساب</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>جارٍ الإرسال …</translation>
    </message>
    <message>
        <source>&amp;Back to sign in</source>
        <translation>ال&amp;عودة إلى تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>الاسم بالكا&amp;مل</translation>
    </message>
    <message>
        <source>&amp;Email</source>
        <translation>ا&amp;لبريد الإلكتروني</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;كلمة المرور</translation>
    </message>
    <message>
        <source>12 characters or more. A sentence is easy to keep in mind.</source>
        <translation>12 حرفًا أو أكثر. الجملة يسهل تذكّرها.</translation>
    </message>
    <message>
        <source>We have received your application.</source>
        <translation>استلمنا طلبك.</translation>
    </message>
    <message>
        <source>If this email is new to the bank, you can sign in with it in a moment. If you have an account already, it stays as it is: sign in with the password you know.</source>
        <translation>إذا كان هذا البريد الإلكتروني جديدًا على البنك، فسيمكنك تسجيل الدخول به خلال لحظات. وإذا كان لديك حساب بالفعل فسيبقى كما هو: سجّل الدخول بكلمة المرور التي تعرفها.</translation>
    </message>
</context>
<context>
    <name>SlipDetails</name>
    <message>
        <source>&amp;Print a copy of the receipt</source>
        <translation>&amp;طباعة نسخة من الإيصال</translation>
    </message>
    <message>
        <source>&amp;Take it back…</source>
        <translation>ال&amp;تراجع عنها…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>الدافع</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>رقم آيبان</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>المستفيد</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>وقت الإجراء</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تمت الموافقة</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>إثبات الهوية</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>It was a mistake and was taken back, with a slip of its own.</source>
        <translation>كانت خطأً وأُلغيت بقسيمة مستقلة.</translation>
    </message>
    <message>
        <source>A supervisor declined it: {reason}</source>
        <translation>رفضها أحد المشرفين: {reason}</translation>
    </message>
    <message>
        <source>A supervisor has to approve it until {moment}. No money has moved yet.</source>
        <translation>يجب أن يوافق عليها أحد المشرفين حتى {moment}. لم ينتقل أي مبلغ بعد.</translation>
    </message>
</context>
<context>
    <name>SlipModel</name>
    <message>
        <source>No.</source>
        <extracomment>Aligned with their figures, whatever the direction of reading.</extracomment>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Slip {number}, {time}</source>
        <translation>القسيمة {number}، {time}</translation>
    </message>
</context>
<context>
    <name>SlipTable</name>
    <message>
        <source>Slips of this till</source>
        <extracomment>Where a customer&apos;s column would be narrower, in logical pixels, the others give way. An amount of this width shows without its column having to grow.</extracomment>
        <translation>قسائم هذه الخزينة</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>SlipView</name>
    <message>
        <source>&amp;Print the slip</source>
        <extracomment>So many characters of an email stand on one line beside its name.</extracomment>
        <translation>&amp;طباعة القسيمة</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;تم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>One-time password: {password}</source>
        <translation>كلمة مرور لمرة واحدة: {password}</translation>
    </message>
    <message>
        <source>Leave it unprinted?</source>
        <translation>هل تغادر دون طباعة؟</translation>
    </message>
    <message>
        <source>The password is shown this once. If the customer has not written it down, they need another one.</source>
        <translation>تُعرض كلمة المرور هذه المرة فقط. إن لم يدوّنها العميل، فسيحتاج إلى غيرها.</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;مغادرة</translation>
    </message>
    <message>
        <source>Shown this once. Hand it over on paper: it opens nothing but the choice of a password of one&apos;s own.</source>
        <translation>تُعرض هذه المرة فقط. سلّمها مطبوعة: لا تتيح سوى اختيار كلمة مرور خاصة.</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>كلمة مرور لمرة واحدة</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>أول تسجيل دخول</translation>
    </message>
    <message>
        <source>&amp;Print it again</source>
        <translation>&amp;طباعة مرة أخرى</translation>
    </message>
</context>
<context>
    <name>StartupFailure</name>
    <message>
        <source>&amp;Try again</source>
        <translation>إعادة ال&amp;محاولة</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>This program does not fit its databases</source>
        <translation>إصدار هذا البرنامج لا يتوافق مع قواعد بياناته</translation>
    </message>
    <message>
        <source>Change the &amp;addresses</source>
        <translation>تغيير ال&amp;عناوين</translation>
    </message>
    <message>
        <source>A setting is not right</source>
        <translation>أحد الإعدادات غير صحيح</translation>
    </message>
    <message>
        <source>The bank cannot be reached</source>
        <translation>تعذّر الاتصال بالبنك</translation>
    </message>
    <message>
        <source>The bank did not start</source>
        <translation>تعذّر تشغيل البنك</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>What will happen</source>
        <translation>ما الذي سيحدث</translation>
    </message>
    <message>
        <source>You will be asked for your password.</source>
        <translation>ستُطلب منك كلمة المرور.</translation>
    </message>
    <message>
        <source>Payments arrive at once and can&apos;t be recalled.</source>
        <translation>تصل التحويلات فورًا ولا يمكن استرجاعها.</translation>
    </message>
    <message>
        <source>They get</source>
        <translation>يستلم المستفيد</translation>
    </message>
    <message>
        <source>{payee} gets</source>
        <translation>يستلم {payee}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>إجمالي ما ستدفعه</translation>
    </message>
    <message>
        <source>Available after</source>
        <translation>المتاح بعد التحويل</translation>
    </message>
    <message>
        <source>Left today</source>
        <translation>المتبقي من الحد اليومي</translation>
    </message>
    <message>
        <source>Left this month</source>
        <translation>المتبقي من الحد الشهري</translation>
    </message>
</context>
<context>
    <name>TakeOverPage</name>
    <message>
        <source>&amp;Why it differs, as far as you know</source>
        <extracomment>As the bank has it. Of the till that begins here: the same for every try.</extracomment>
        <translation>&amp;سبب الفرق، بقدر علمك</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;عودة</translation>
    </message>
    <message>
        <source>&amp;Take it over…</source>
        <translation>ا&amp;ستلامها…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>{till} of {name}, counted at {time}</source>
        <translation>{till} للصرّاف {name}، جُردت الساعة {time}</translation>
    </message>
    <message>
        <source>Count the drawer that you are handed, as your colleague did. Where both counts are the same, it becomes your till.</source>
        <translation>اجرد الدرج الذي تستلمه كما جرده زميلك. إذا تطابق الجردان أصبحت الخزينة خزينتك.</translation>
    </message>
    <message>
        <source>Take a till over</source>
        <translation>استلام خزينة</translation>
    </message>
    <message>
        <source>From then on this cash is yours to answer for.</source>
        <translation>من تلك اللحظة تصبح أنت المسؤول عن هذا النقد.</translation>
    </message>
    <message>
        <source>&amp;Yes, take it over</source>
        <translation>&amp;نعم، استلمها</translation>
    </message>
    <message>
        <source>Your counts are the same, but it is not what that till should hold. Say why, as far as you know, and take it over.</source>
        <translation>الجردان متطابقان، لكن المبلغ ليس المفترض في تلك الخزينة. اذكر السبب بقدر علمك، ثم استلمها.</translation>
    </message>
</context>
<context>
    <name>TillBadge</name>
    <message>
        <source>No till open</source>
        <translation>لا توجد خزينة مفتوحة</translation>
    </message>
    <message>
        <source>Till {number} is not settled</source>
        <translation>الخزينة {number} لم تُسوَّ</translation>
    </message>
    <message>
        <source>Till {number} was counted</source>
        <translation>الخزينة {number} جُردت</translation>
    </message>
    <message>
        <source>Till {number} · drawer {amount}</source>
        <translation>الخزينة {number} · الدرج {amount}</translation>
    </message>
</context>
<context>
    <name>TillScreen</name>
    <message>
        <source>Loading your till…</source>
        <extracomment>What was closed here last, for its sheet.</extracomment>
        <translation>جارٍ تحميل خزينتك…</translation>
    </message>
    <message>
        <source>Your till can&apos;t be shown</source>
        <translation>تعذر عرض خزينتك</translation>
    </message>
</context>
<context>
    <name>TillsCard</name>
    <message>
        <source>Tills</source>
        <extracomment>Narrower tables, in logical pixels, leave the opening float, and then the cash of customers, to the sentences below them.</extracomment>
        <translation>الخزائن</translation>
    </message>
    <message>
        <source>No till was open on this day.</source>
        <translation>لم تُفتح أي خزينة في هذا اليوم.</translation>
    </message>
    <message>
        <source>&amp;Accept the variance…</source>
        <translation>اع&amp;تماد الفرق…</translation>
    </message>
    <message>
        <source>Accept it? This cannot be taken back.</source>
        <translation>هل تريد اعتماد الفرق؟ لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Ba&amp;ck</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>اع&amp;تماد</translation>
    </message>
    <message>
        <source>Accepting…</source>
        <translation>جارٍ الاعتماد…</translation>
    </message>
    <message>
        <source>Day&apos;s s&amp;heet…</source>
        <translation>كشف الي&amp;وم…</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>We don&apos;t know yet whether this was made.</source>
        <extracomment>What the receipt is of, where the bank&apos;s answer came without it. What was just sent and took the form&apos;s place; not kept for later yet.</extracomment>
        <translation>لا نعرف بعد هل نُفِّذت هذه العملية أم لا.</translation>
    </message>
    <message>
        <source>Don&apos;t do it again; we are checking. This resolves by itself.</source>
        <translation>لا تكرّر العملية؛ نحن نتحقق منها. ستظهر النتيجة من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>The bank refused this.</source>
        <translation>رفض البنك هذه العملية.</translation>
    </message>
    <message>
        <source>It never reached the bank. You can do it again.</source>
        <translation>لم تصل إلى البنك. يمكنك تنفيذها من جديد.</translation>
    </message>
    <message>
        <source>Open your till</source>
        <translation>افتح خزينتك</translation>
    </message>
    <message>
        <source>Last receipt {number}</source>
        <translation>آخر إيصال {number}</translation>
    </message>
    <message>
        <source>The correction was made.</source>
        <translation>نُفِّذ التصحيح.</translation>
    </message>
</context>
<context>
    <name>TransferForm</name>
    <message>
        <source>A contact, name@instapay or an IBAN</source>
        <extracomment>In a draft, the account of a payee who need not be asked for. What passes by itself; any answer of the bank shows that it has.</extracomment>
        <translation>جهة اتصال أو name@instapay أو رقم آيبان</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;قيمة التحويل</translation>
    </message>
    <message>
        <source>Your payment was not sent.</source>
        <translation>لم يُرسَل تحويلك.</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;من</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>N&amp;ote (optional)</source>
        <translation>ملا&amp;حظة (اختيارية)</translation>
    </message>
    <message>
        <source>&amp;Amount in {currency}</source>
        <translation>&amp;قيمة التحويل بعملة {currency}</translation>
    </message>
</context>
<context>
    <name>TransferScreen</name>
    <message>
        <source>Draft kept</source>
        <extracomment>A draft that came while the form was being sent.</extracomment>
        <translation>حُفظت المسودة</translation>
    </message>
    <message>
        <source>Loading your accounts…</source>
        <translation>جارٍ تحميل حساباتك…</translation>
    </message>
    <message>
        <source>Your account is being opened</source>
        <translation>جارٍ فتح حسابك</translation>
    </message>
    <message>
        <source>You can pay as soon as it is there, in a moment.</source>
        <translation>يمكنك التحويل بمجرد فتحه، خلال لحظات.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>تحقّق مرة أخرى</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>You can&apos;t pay just now</source>
        <translation>التحويل غير متاح الآن</translation>
    </message>
    <message>
        <source>{name} is one of your contacts now.</source>
        <translation>أُضيف {name} إلى جهات الاتصال.</translation>
    </message>
</context>
<context>
    <name>VaultCard</name>
    <message>
        <source>&amp;Supply the vault…</source>
        <extracomment>It is also the note of the payment, which has room for so much.</extracomment>
        <translation>ت&amp;زويد الخزنة الرئيسية…</translation>
    </message>
    <message>
        <source>Cash now</source>
        <extracomment>Sends what is booked, and asks until there is an answer.</extracomment>
        <translation>النقد الآن</translation>
    </message>
    <message>
        <source>Into the vault</source>
        <translation>إلى الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>Out of the vault</source>
        <translation>من الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;عودة</translation>
    </message>
    <message>
        <source>Boo&amp;k it</source>
        <translation>&amp;قيد العملية</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>جارٍ القيد…</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>المبل&amp;غ</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <source>In the vault</source>
        <translation>في الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>In all drawers</source>
        <translation>في جميع الأدراج</translation>
    </message>
    <message>
        <source>A&amp;mount in {currency}</source>
        <translation>المبل&amp;غ بعملة {currency}</translation>
    </message>
</context>
<context>
    <name>VaultForm</name>
    <message>
        <source>To the vault</source>
        <extracomment>Of the move that is being filled in: the same until it was made.</extracomment>
        <translation>إلى الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>From the vault</source>
        <translation>من الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>&amp;Move the cash</source>
        <translation>&amp;نقل النقد</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>ال&amp;مبلغ</translation>
    </message>
    <message>
        <source>{amount} went to the vault.</source>
        <translation>نُقل {amount} إلى الخزنة الرئيسية.</translation>
    </message>
    <message>
        <source>{amount} came from the vault.</source>
        <translation>وصل {amount} من الخزنة الرئيسية.</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Show receipt</source>
        <extracomment>Below the news of the bank, which come at once: for a line on which they do not.</extracomment>
        <translation>عرض الإيصال</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>لم تتم الموافقة</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>رُفضت الموافقة</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>السبب: {reason}</translation>
    </message>
    <message>
        <source>Nobody approved it in time</source>
        <translation>لم يوافق عليها أحد في الوقت المحدد</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغيت</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>WindowCard</name>
    <message>
        <source>On this computer</source>
        <translation>على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Tell of news in the bac&amp;kground</source>
        <translation>الت&amp;نبيه في الخلفية</translation>
    </message>
    <message>
        <source>As the s&amp;ystem has it</source>
        <translation>حسب الن&amp;ظام</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;فاتح</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>دا&amp;كن</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock when no&amp;body is here for</source>
        <translation>&amp;قفل النافذة بعد عدم الاستخدام لمدة</translation>
    </message>
    <message>
        <source>{keys} locks at once. Your password opens it again; what you typed stays.</source>
        <translation>{keys} يقفل النافذة فورًا، وتفتحها كلمة المرور. ما كتبته يبقى كما هو.</translation>
    </message>
    <message>
        <source>Your computer tells you while another window is in front of this one.</source>
        <translation>ينبّهك الكمبيوتر عندما تكون نافذة أخرى أمام هذه النافذة.</translation>
    </message>
</context>
<context>
    <name>WorkingPage</name>
    <message>
        <source>Checking the file…</source>
        <translation>جارٍ فحص الملف…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
</context>
<context>
    <name>_Batch</name>
    <message numerus="yes">
        <source>You sent {amount} in %n payment(s)</source>
        <translation>
            <numerusform>حوّلت {amount} من دون أي عملية</numerusform>
            <numerusform>حوّلت {amount} في عملية واحدة</numerusform>
            <numerusform>حوّلت {amount} في عمليتين</numerusform>
            <numerusform>حوّلت {amount} في %n عمليات</numerusform>
            <numerusform>حوّلت {amount} في %n عملية</numerusform>
            <numerusform>حوّلت {amount} في %n عملية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Contents</name>
    <message>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n payment(s) so far</source>
        <translation>
            <numerusform>لا عمليات حتى الآن</numerusform>
            <numerusform>عملية واحدة حتى الآن</numerusform>
            <numerusform>عمليتان حتى الآن</numerusform>
            <numerusform>%n عمليات حتى الآن</numerusform>
            <numerusform>%n عملية حتى الآن</numerusform>
            <numerusform>%n عملية حتى الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) so far</source>
        <translation>
            <numerusform>لا قسائم حتى الآن</numerusform>
            <numerusform>قسيمة واحدة حتى الآن</numerusform>
            <numerusform>قسيمتان حتى الآن</numerusform>
            <numerusform>%n قسائم حتى الآن</numerusform>
            <numerusform>%n قسيمة حتى الآن</numerusform>
            <numerusform>%n قسيمة حتى الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) so far</source>
        <translation>
            <numerusform>لا قيود حتى الآن</numerusform>
            <numerusform>قيد واحد حتى الآن</numerusform>
            <numerusform>قيدان حتى الآن</numerusform>
            <numerusform>%n قيود حتى الآن</numerusform>
            <numerusform>%n قيدًا حتى الآن</numerusform>
            <numerusform>%n قيد حتى الآن</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Heading</name>
    <message numerus="yes">
        <source>Send %n payment(s)?</source>
        <translation>
            <numerusform>لا دفعات للإرسال</numerusform>
            <numerusform>إرسال دفعة واحدة؟</numerusform>
            <numerusform>إرسال دفعتين؟</numerusform>
            <numerusform>إرسال %n دفعات؟</numerusform>
            <numerusform>إرسال %n دفعة؟</numerusform>
            <numerusform>إرسال %n دفعة؟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_LogPart</name>
    <message>
        <source>Waiting…</source>
        <extracomment>Longer than any check takes: it is ended by its person, not by a clock.</extracomment>
        <translation>في الانتظار…</translation>
    </message>
    <message>
        <source>Stopped. {so_far}</source>
        <translation>تم الإيقاف. {so_far}</translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s) hold so far.</source>
        <translation>
            <numerusform>لا ختم سليم حتى الآن.</numerusform>
            <numerusform>ختم واحد سليم حتى الآن.</numerusform>
            <numerusform>ختمان سليمان حتى الآن.</numerusform>
            <numerusform>%n أختام سليمة حتى الآن.</numerusform>
            <numerusform>%n ختمًا سليمًا حتى الآن.</numerusform>
            <numerusform>%n ختم سليم حتى الآن.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is sealed yet</source>
        <translation>لم يُختم شيء بعد</translation>
    </message>
    <message numerus="yes">
        <source>All %n seal(s) hold</source>
        <translation>
            <numerusform>لا أختام</numerusform>
            <numerusform>الختم الوحيد سليم</numerusform>
            <numerusform>الختمان سليمان</numerusform>
            <numerusform>الأختام كلها سليمة: %n</numerusform>
            <numerusform>الأختام كلها سليمة: %n</numerusform>
            <numerusform>الأختام كلها سليمة: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are as they were written.</source>
        <translation>
            <numerusform>لا قيود.</numerusform>
            <numerusform>قيد واحد كما دُوّن.</numerusform>
            <numerusform>قيدان كما دُوّنا.</numerusform>
            <numerusform>%n قيود كما دُوّنت.</numerusform>
            <numerusform>%n قيدًا كما دُوّنت.</numerusform>
            <numerusform>%n قيد كما دُوّنت.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest seal is of {moment}.</source>
        <translation>أحدث ختم بتاريخ {moment}.</translation>
    </message>
    <message>
        <source>Seal {number} is missing or was replaced</source>
        <translation>الختم {number} مفقود أو استُبدل</translation>
    </message>
    <message>
        <source>It is not the one that the other database has kept.</source>
        <translation>ليس هو الختم الذي حفظته قاعدة البيانات الأخرى.</translation>
    </message>
    <message>
        <source>Seal {number} is broken</source>
        <translation>الختم {number} مكسور</translation>
    </message>
    <message>
        <source>Its records are gone.</source>
        <translation>قيوده غير موجودة.</translation>
    </message>
    <message>
        <source>Its records from {first} to {last} are not as they were written.</source>
        <translation>قيوده من {first} إلى {last} ليست كما دُوّنت.</translation>
    </message>
    <message>
        <source>Change nothing in the databases, and tell whoever looks after them.</source>
        <translation>لا تغيّر شيئًا في قواعد البيانات، وأبلغ المسؤول عنها.</translation>
    </message>
</context>
<context>
    <name>_Opened</name>
    <message>
        <source>Copy the IBAN</source>
        <translation>نسخ رقم الآيبان</translation>
    </message>
    <message>
        <source>Open one &amp;more</source>
        <translation>فتح حساب آ&amp;خر</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>رقم الآيبان</translation>
    </message>
    <message>
        <source>The account is open.</source>
        <translation>فُتح الحساب.</translation>
    </message>
    <message>
        <source>It can be paid into at once.</source>
        <translation>يمكن الإيداع فيه فورًا.</translation>
    </message>
    <message>
        <source>IBAN: {iban}</source>
        <translation>رقم الآيبان: {iban}</translation>
    </message>
</context>
<context>
    <name>account_words</name>
    <message>
        <source>Debits frozen</source>
        <extracomment>What the bank has stopped -&gt; said in a badge; said with the time it ends.</extracomment>
        <translation>الخصم مجمّد</translation>
    </message>
    <message>
        <source>Debits frozen until {day}</source>
        <translation>الخصم مجمّد حتى {day}</translation>
    </message>
    <message>
        <source>Credits frozen</source>
        <translation>الإيداع مجمّد</translation>
    </message>
    <message>
        <source>Credits frozen until {day}</source>
        <translation>الإيداع مجمّد حتى {day}</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>مجمّد</translation>
    </message>
    <message>
        <source>Frozen until {day}</source>
        <translation>مجمّد حتى {day}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Closed on {day}</source>
        <translation>أُغلق في {day}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Quit</source>
        <translation>إنهاء البرنامج</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>الانتقال</translation>
    </message>
    <message>
        <source>On this screen</source>
        <translation>في هذه الشاشة</translation>
    </message>
    <message>
        <source>For the open customer</source>
        <translation>للعميل المفتوح ملفه</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Close the drawer, the dialog or the window</source>
        <translation>إغلاق اللوحة الجانبية أو مربع الحوار أو النافذة</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>البحث عن عميل</translation>
    </message>
    <message>
        <source>Previous screen</source>
        <translation>الشاشة السابقة</translation>
    </message>
    <message>
        <source>Next screen</source>
        <translation>الشاشة التالية</translation>
    </message>
    <message>
        <source>First screen</source>
        <translation>الشاشة الأولى</translation>
    </message>
    <message>
        <source>Second screen</source>
        <translation>الشاشة الثانية</translation>
    </message>
    <message>
        <source>Third screen</source>
        <translation>الشاشة الثالثة</translation>
    </message>
    <message>
        <source>Fourth screen</source>
        <translation>الشاشة الرابعة</translation>
    </message>
    <message>
        <source>Fifth screen</source>
        <translation>الشاشة الخامسة</translation>
    </message>
    <message>
        <source>Sixth screen</source>
        <translation>الشاشة السادسة</translation>
    </message>
    <message>
        <source>Seventh screen</source>
        <translation>الشاشة السابعة</translation>
    </message>
    <message>
        <source>Eighth screen</source>
        <translation>الشاشة الثامنة</translation>
    </message>
    <message>
        <source>Ninth screen</source>
        <translation>الشاشة التاسعة</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>قفل النافذة</translation>
    </message>
    <message>
        <source>New transfer</source>
        <translation>تحويل جديد</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>إيداع نقدي</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>سحب نقدي</translation>
    </message>
    <message>
        <source>Transfer for the customer</source>
        <translation>تحويل للعميل</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>كشف الحساب</translation>
    </message>
    <message>
        <source>Open an account</source>
        <translation>فتح حساب</translation>
    </message>
    <message>
        <source>Freeze or release</source>
        <translation>تجميد أو رفع التجميد</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Enrol a customer</source>
        <translation>تسجيل عميل جديد</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>administration</name>
    <message>
        <source>Always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>عميل</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>صرّاف</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>مشرف</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>مسؤول النظام</translation>
    </message>
    <message>
        <source>Has accounts, and pays from them</source>
        <translation>له حسابات ويدفع منها</translation>
    </message>
    <message>
        <source>Serves customers at a till</source>
        <translation>يخدم العملاء على خزينة</translation>
    </message>
    <message>
        <source>Approves, and sees all tills</source>
        <translation>يوافق على العمليات ويطلع على كل الخزائن</translation>
    </message>
    <message>
        <source>Reads everything, changes nothing</source>
        <translation>يطلع على كل شيء ولا يغيِّر شيئًا</translation>
    </message>
    <message>
        <source>People, limits, fees and settings</source>
        <translation>الأشخاص والحدود والرسوم والإعدادات</translation>
    </message>
    <message>
        <source>{one}, {others}</source>
        <translation>{one}، {others}</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>بلا دور</translation>
    </message>
    <message>
        <source>Give {name} the role “{role}”? Open windows show it after the next sign-in.</source>
        <translation>أتمنح {name} دور «{role}»؟ يظهر في النوافذ المفتوحة بعد تسجيل الدخول التالي.</translation>
    </message>
    <message>
        <source>Take the role “{role}” from {name}? It ends at once, in open windows too.</source>
        <translation>أتسحب دور «{role}» من {name}؟ ينتهي فورًا، في النوافذ المفتوحة أيضًا.</translation>
    </message>
    <message>
        <source>Payments to others</source>
        <translation>مدفوعات إلى آخرين</translation>
    </message>
    <message>
        <source>What customers send to somebody else, one by one.</source>
        <translation>ما يرسله العملاء إلى غيرهم، دفعة دفعة.</translation>
    </message>
    <message>
        <source>Between own accounts</source>
        <translation>بين حسابات العميل نفسه</translation>
    </message>
    <message>
        <source>What customers move among accounts of their own.</source>
        <translation>ما ينقله العملاء بين حساباتهم.</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>دفعات مجمعة</translation>
    </message>
    <message>
        <source>Payrolls and other files, of accounts that are admitted to them.</source>
        <translation>كشوف الرواتب وملفات أخرى، للحسابات المسموح لها بذلك.</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>إيداع نقدي</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>سحب نقدي</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Tellers</source>
        <translation>الصرّافون</translation>
    </message>
    <message>
        <source>Supervisors</source>
        <translation>المشرفون</translation>
    </message>
    <message>
        <source>One payment</source>
        <translation>الدفعة الواحدة</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>في اليوم</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>في الشهر</translation>
    </message>
    <message>
        <source>Password from</source>
        <translation>كلمة المرور من</translation>
    </message>
    <message>
        <source>Of the amount</source>
        <translation>من المبلغ</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>الحد الأدنى</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>الحد الأقصى</translation>
    </message>
    <message>
        <source>Time zone of the bank</source>
        <translation>توقيت البنك</translation>
    </message>
    <message>
        <source>Days and months of limits, and the business days of tills, begin at midnight in this zone. It holds at once, so that today may become shorter or longer.</source>
        <translation>تبدأ أيام الحدود وشهورها وأيام عمل الخزائن عند منتصف الليل بهذا التوقيت. يسري ذلك فورًا، فقد يقصر اليوم أو يطول.</translation>
    </message>
    <message>
        <source>A payment waits for approval</source>
        <translation>مدة انتظار الدفعة للموافقة</translation>
    </message>
    <message>
        <source>Payments that wait already keep the time that they were given.</source>
        <translation>تحتفظ الدفعات المنتظرة بالمدة التي أُعطيت لها.</translation>
    </message>
    <message>
        <source>A till&apos;s variance without a supervisor, up to</source>
        <translation>فرق الخزينة بلا مشرف، حتى</translation>
    </message>
    <message>
        <source>It is in the till&apos;s own currency, and holds for tills that are counted from now on.</source>
        <translation>القيمة بعملة الخزينة نفسها، وتسري على الخزائن التي تُجرد من الآن.</translation>
    </message>
    <message>
        <source>It holds from the next payment on. What was paid today and this month counts.</source>
        <translation>يسري من الدفعة التالية. ويُحتسب ما دُفع اليوم وهذا الشهر.</translation>
    </message>
    <message>
        <source>It holds from the next payment on. Payments that wait keep their fee.</source>
        <translation>يسري من الدفعة التالية. وتحتفظ الدفعات المنتظرة برسومها.</translation>
    </message>
    <message>
        <source>It holds from the next payment at the counter on. What waits for approval goes on waiting.</source>
        <translation>يسري من العملية التالية في الشباك. وما ينتظر الموافقة يظل منتظرًا.</translation>
    </message>
    <message>
        <source>Above this somebody else has to approve.</source>
        <translation>ما زاد على ذلك يحتاج إلى موافقة شخص آخر.</translation>
    </message>
    <message>
        <source>Alone up to</source>
        <translation>منفردًا حتى</translation>
    </message>
    <message>
        <source>What the whole bank goes by.</source>
        <translation>ما يسري على البنك كله.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
</context>
<context>
    <name>approvals</name>
    <message>
        <source>Since</source>
        <extracomment>Tables narrower than this, in logical pixels, leave the details to the panel beside them. Longer than somebody needs to see that another row has come under a key.</extracomment>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>By</source>
        <translation>أجراها</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>الوقت المتبقي</translation>
    </message>
    <message>
        <source>you</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Cash in</source>
        <extracomment>Less time than this is left: it shows.</extracomment>
        <translation>إيداع نقدي</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>سحب نقدي</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Take in {amount} for {name}? It is booked at once.</source>
        <extracomment>One is asked, one is told: kind -&gt; what is about to be done, as a question of a whole sentence.</extracomment>
        <translation>هل تريد قبول إيداع {amount} لحساب {name}؟ يُقيد فورًا.</translation>
    </message>
    <message>
        <source>Pay out {amount} to {name}? It is booked at once.</source>
        <translation>هل تريد صرف {amount} إلى {name}؟ يُقيد فورًا.</translation>
    </message>
    <message>
        <source>Transfer {amount} from {name} to {payee}? It is booked at once.</source>
        <translation>هل تريد تحويل {amount} من {name} إلى {payee}؟ يُقيد فورًا.</translation>
    </message>
    <message>
        <source>Debits of {name}&apos;s account are frozen</source>
        <translation>السحب من حساب {name} مجمد</translation>
    </message>
    <message>
        <source>Credits of {name}&apos;s account are frozen</source>
        <translation>الإيداع في حساب {name} مجمد</translation>
    </message>
    <message>
        <source>{name}&apos;s account is frozen</source>
        <translation>حساب {name} مجمد</translation>
    </message>
    <message>
        <source>{payer} to {payee}</source>
        <translation>{payer} إلى {payee}</translation>
    </message>
    <message>
        <source>{kind}, {amount}, {who}</source>
        <translation>{kind}، {amount}، {who}</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>أقل من دقيقة</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{what}: this waits no longer. It was decided, cancelled, or has run out.</source>
        <translation>{what}: لم تعد هذه العملية بانتظار الموافقة. فقد بُتَّ فيها أو أُلغيت أو انتهت مدتها.</translation>
    </message>
    <message>
        <source>{what}: {reason}</source>
        <translation>{what}: {reason}</translation>
    </message>
    <message>
        <source>Approved: {what}.</source>
        <translation>تمت الموافقة: {what}.</translation>
    </message>
    <message>
        <source>{name} has approved this already: {what}.</source>
        <translation>سبق أن وافق {name} على هذه العملية: {what}.</translation>
    </message>
    <message>
        <source>Somebody has approved this already: {what}.</source>
        <translation>سبقت الموافقة على هذه العملية: {what}.</translation>
    </message>
    <message>
        <source>Declined: {what}.</source>
        <translation>تم الرفض: {what}.</translation>
    </message>
    <message>
        <source>{name} has declined this already: {what}.</source>
        <translation>سبق أن رفض {name} هذه العملية: {what}.</translation>
    </message>
    <message>
        <source>Somebody has declined this already: {what}.</source>
        <translation>سبق رفض هذه العملية: {what}.</translation>
    </message>
    <message>
        <source>{what} could not be booked any more. {why}</source>
        <translation>تعذر قيد العملية: {what}. {why}</translation>
    </message>
    <message>
        <source>{what} was cancelled by who made it.</source>
        <translation>ألغاها من أجراها: {what}.</translation>
    </message>
    <message>
        <source>{what} has waited too long, and was not made.</source>
        <translation>انتهت مدة انتظار العملية ولم تتم: {what}.</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>Payment</source>
        <translation>عملية دفع</translation>
    </message>
    <message>
        <source>Payment refused</source>
        <translation>رُفضت عملية دفع</translation>
    </message>
    <message>
        <source>Payment held</source>
        <translation>حُجز مبلغ عملية</translation>
    </message>
    <message>
        <source>Held payment cancelled</source>
        <translation>أُلغيت عملية محجوزة</translation>
    </message>
    <message>
        <source>Held payment ran out</source>
        <translation>انتهت مهلة عملية محجوزة</translation>
    </message>
    <message>
        <source>Held payment refused</source>
        <translation>رُفضت عملية محجوزة</translation>
    </message>
    <message>
        <source>Payment given up</source>
        <translation>تُركت عملية دفع</translation>
    </message>
    <message>
        <source>Payment reversed</source>
        <translation>عُكست عملية دفع</translation>
    </message>
    <message>
        <source>Reversal refused</source>
        <translation>رُفض عكس عملية</translation>
    </message>
    <message>
        <source>Bulk payment</source>
        <translation>دفعة جماعية</translation>
    </message>
    <message>
        <source>Bulk payment refused</source>
        <translation>رُفضت دفعة جماعية</translation>
    </message>
    <message>
        <source>Bulk payment given up</source>
        <translation>تُركت دفعة جماعية</translation>
    </message>
    <message>
        <source>Payment approved</source>
        <translation>اعتُمدت عملية دفع</translation>
    </message>
    <message>
        <source>Payment declined</source>
        <translation>رُدّت عملية دفع</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>إيداع نقدي</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>سحب نقدي</translation>
    </message>
    <message>
        <source>Payment at the counter</source>
        <translation>تحويل عند الشباك</translation>
    </message>
    <message>
        <source>Cash corrected</source>
        <translation>تصحيح عملية نقدية</translation>
    </message>
    <message>
        <source>Cash from the vault to a till</source>
        <translation>نقد من الخزنة الرئيسية إلى خزينة</translation>
    </message>
    <message>
        <source>Cash from a till to the vault</source>
        <translation>نقد من خزينة إلى الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>Cash handed to another till</source>
        <translation>نقد سُلّم إلى خزينة أخرى</translation>
    </message>
    <message>
        <source>Variance booked</source>
        <translation>قُيّد فرق</translation>
    </message>
    <message>
        <source>Cash supplied to the vault</source>
        <translation>تزويد الخزنة الرئيسية بالنقد</translation>
    </message>
    <message>
        <source>Till opened</source>
        <translation>فُتحت خزينة</translation>
    </message>
    <message>
        <source>Till counted</source>
        <translation>جُردت خزينة</translation>
    </message>
    <message>
        <source>Till closed</source>
        <translation>أُغلقت خزينة</translation>
    </message>
    <message>
        <source>Variance accepted</source>
        <translation>قُبل فرق</translation>
    </message>
    <message>
        <source>Account opened</source>
        <translation>فُتح حساب</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>أُغلق حساب</translation>
    </message>
    <message>
        <source>Account frozen</source>
        <translation>جُمّد حساب</translation>
    </message>
    <message>
        <source>Account released</source>
        <translation>رُفع تجميد حساب</translation>
    </message>
    <message>
        <source>Asked whom a list of payments reaches</source>
        <translation>استعلام عن مستفيدي قائمة مدفوعات</translation>
    </message>
    <message>
        <source>Bulk payments allowed or not</source>
        <translation>السماح بالدفعات الجماعية أو منعها</translation>
    </message>
    <message>
        <source>Payment address taken</source>
        <translation>حُجز عنوان دفع</translation>
    </message>
    <message>
        <source>Payment address given up</source>
        <translation>تُرك عنوان دفع</translation>
    </message>
    <message>
        <source>Customer opened</source>
        <translation>فُتح ملف عميل</translation>
    </message>
    <message>
        <source>Note about a customer added</source>
        <translation>أُضيفت ملاحظة عن عميل</translation>
    </message>
    <message>
        <source>Rule of payments changed</source>
        <translation>غُيّرت قاعدة من قواعد الدفع</translation>
    </message>
    <message>
        <source>Log exported</source>
        <translation>صُدّر السجل</translation>
    </message>
    <message>
        <source>Station&apos;s login added</source>
        <translation>أُضيف حساب محطة</translation>
    </message>
    <message>
        <source>Station&apos;s login taken away</source>
        <translation>أُلغي حساب محطة</translation>
    </message>
    <message>
        <source>Signing key added</source>
        <translation>أُضيف مفتاح توقيع</translation>
    </message>
    <message>
        <source>Signing key retired</source>
        <translation>أُوقف مفتاح توقيع</translation>
    </message>
    <message>
        <source>Signing key removed</source>
        <translation>حُذف مفتاح توقيع</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>تسجيل دخول</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>رُفض تسجيل دخول</translation>
    </message>
    <message>
        <source>Sign-in paused</source>
        <translation>أُوقف تسجيل الدخول مؤقتًا</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>تسجيل خروج</translation>
    </message>
    <message>
        <source>Window locked</source>
        <translation>قُفلت نافذة</translation>
    </message>
    <message>
        <source>Window unlocked</source>
        <translation>فُتح قفل نافذة</translation>
    </message>
    <message>
        <source>Unlocking refused</source>
        <translation>رُفض فتح القفل</translation>
    </message>
    <message>
        <source>Unlocking paused</source>
        <translation>أُوقف فتح القفل مؤقتًا</translation>
    </message>
    <message>
        <source>Session elsewhere ended</source>
        <translation>أُنهيت جلسة على جهاز آخر</translation>
    </message>
    <message>
        <source>Sessions ended</source>
        <translation>أُنهيت جلسات</translation>
    </message>
    <message>
        <source>Payment confirmed with the password</source>
        <translation>تأكيد عملية بكلمة المرور</translation>
    </message>
    <message>
        <source>Confirmation refused</source>
        <translation>رُفض تأكيد</translation>
    </message>
    <message>
        <source>Confirmation paused</source>
        <translation>أُوقف التأكيد مؤقتًا</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>غُيّرت كلمة مرور</translation>
    </message>
    <message>
        <source>Change of password refused</source>
        <translation>رُفض تغيير كلمة مرور</translation>
    </message>
    <message>
        <source>Change of password paused</source>
        <translation>أُوقف تغيير كلمة المرور مؤقتًا</translation>
    </message>
    <message>
        <source>Password stored anew</source>
        <translation>أُعيد حفظ كلمة مرور</translation>
    </message>
    <message>
        <source>Storing the password anew refused</source>
        <translation>رُفضت إعادة حفظ كلمة مرور</translation>
    </message>
    <message>
        <source>Storing the password anew paused</source>
        <translation>أُوقفت إعادة حفظ كلمة المرور مؤقتًا</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>أُعيد تعيين كلمة مرور</translation>
    </message>
    <message>
        <source>Pause after wrong passwords lifted</source>
        <translation>رُفع الإيقاف بعد كلمات مرور خاطئة</translation>
    </message>
    <message>
        <source>Account asked for</source>
        <translation>طلب إنشاء حساب</translation>
    </message>
    <message>
        <source>Sign-up dropped</source>
        <translation>أُهمل طلب إنشاء حساب</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>أُضيف شخص</translation>
    </message>
    <message>
        <source>Person locked out</source>
        <translation>مُنع شخص من الدخول</translation>
    </message>
    <message>
        <source>Person let in again</source>
        <translation>سُمح لشخص بالدخول مجددًا</translation>
    </message>
    <message>
        <source>Role granted</source>
        <translation>مُنح دور</translation>
    </message>
    <message>
        <source>Role taken away</source>
        <translation>سُحب دور</translation>
    </message>
    <message>
        <source>Signing key replaced</source>
        <translation>استُبدل مفتاح توقيع</translation>
    </message>
    <message>
        <source>Account</source>
        <extracomment>By log, in the order in which they are offered. By the names that facts have in the databases.</extracomment>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Payment address</source>
        <translation>عنوان الدفع</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>مسموح</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Open until</source>
        <translation>مفتوح حتى</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>المعدود</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>About</source>
        <translation>بشأن</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>العهدة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Paying account</source>
        <translation>حساب الدافع</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>ممنوع من الدخول</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>مفتاح التوقيع</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>حساب الدخول</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>أنشأها</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>يحتاج إلى اعتماد</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Original payment</source>
        <translation>العملية الأصلية</translation>
    </message>
    <message>
        <source>Other sessions only</source>
        <translation>الجلسات الأخرى فقط</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>المدفوعات</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>الجلسات</translation>
    </message>
    <message>
        <source>Signed again</source>
        <translation>أُعيد توقيعها</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>المحطة</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>الجدول</translation>
    </message>
    <message>
        <source>Taken over from</source>
        <translation>استُلم من</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>الخزينة</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Receiving account</source>
        <translation>حساب المستفيد</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Verifies for, in seconds</source>
        <translation>يتحقق لمدة بالثواني</translation>
    </message>
    <message>
        <source>Verifies until</source>
        <translation>يتحقق حتى</translation>
    </message>
    <message>
        <source>What is frozen</source>
        <translation>ما جُمّد</translation>
    </message>
    <message>
        <source>{fact}: {part}</source>
        <translation>{fact}: {part}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من قام به</translation>
    </message>
    <message>
        <source>Their id</source>
        <translation>معرّفه</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Database login</source>
        <translation>حساب قاعدة البيانات</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>مختوم</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>عمليات الدخول</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>What the short text of a record is put together from, in this order.</extracomment>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Till {name}</source>
        <extracomment>Whom or what a record is about: the first of these that it tells. lupdate finds these because the context is written out.</extracomment>
        <translation>الخزينة {name}</translation>
    </message>
    <message>
        <source>Account {name}</source>
        <translation>الحساب {name}</translation>
    </message>
    <message>
        <source>Key {name}</source>
        <translation>المفتاح {name}</translation>
    </message>
    <message>
        <source>Session {name}</source>
        <translation>الجلسة {name}</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>دون تسجيل دخول</translation>
    </message>
    <message>
        <source>The bank</source>
        <translation>البنك</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>balance_plot</name>
    <message>
        <source>{number} tn</source>
        <extracomment>Steps that people count in. From these amounts on, figures are written as so many of them.</extracomment>
        <translation>{number} تريليون</translation>
    </message>
    <message>
        <source>{number} bn</source>
        <translation>{number} مليار</translation>
    </message>
    <message>
        <source>{number} M</source>
        <translation>{number} مليون</translation>
    </message>
</context>
<context>
    <name>books</name>
    <message>
        <source>Books balance · {time}</source>
        <extracomment>The bank proves it each minute; a proof older than this says that its worker stands still.</extracomment>
        <translation>الدفاتر متوازنة · {time}</translation>
    </message>
    <message>
        <source>Books do not balance · {time}</source>
        <translation>الدفاتر غير متوازنة · {time}</translation>
    </message>
    <message>
        <source>Books not proved since {time}</source>
        <translation>لم تُراجع الدفاتر منذ {time}</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>المستفيد</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>رقم العملية</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>Pay many people from one file</source>
        <translation>ادفع لأشخاص كثيرين من ملف واحد</translation>
    </message>
    <message>
        <source>Choose a CSV file, or drop it here. Its columns: payee (IBAN or payment address), amount, note and, to be compared, name. Up to 10,000 payments. Nothing is sent before you have seen and confirmed it.</source>
        <translation>اختر ملف CSV أو أفلته هنا. أعمدته: المستفيد (رقم آيبان أو عنوان دفع) والمبلغ والملاحظة، والاسم للمقارنة. حتى 10,000 دفعة. لا يُرسل شيء قبل أن تراه وتؤكده.</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>ا&amp;ختيار ملف…</translation>
    </message>
    <message>
        <source>No account of this customer&apos;s may send files of payments</source>
        <translation>لا يُسمح لأي حساب لهذا العميل بإرسال ملفات مدفوعات</translation>
    </message>
    <message>
        <source>A supervisor can allow it, for a reason that is kept.</source>
        <translation>يمكن للمشرف السماح بذلك، لسبب يُحفظ في السجل.</translation>
    </message>
    <message>
        <source>Open the customer first</source>
        <translation>افتح ملف العميل أولًا</translation>
    </message>
    <message>
        <source>Find who brought the file at the counter, and begin from their page.</source>
        <translation>ابحث في شاشة خدمة العملاء عمّن أحضر الملف، وابدأ من صفحته.</translation>
    </message>
    <message>
        <source>&amp;Go to the counter</source>
        <translation>ا&amp;نتقال إلى خدمة العملاء</translation>
    </message>
    <message>
        <source>Your accounts may not send files of payments yet</source>
        <translation>لا يُسمح لحساباتك بإرسال ملفات مدفوعات بعد</translation>
    </message>
    <message>
        <source>Ask your bank: it can allow this for salaries and other lists.</source>
        <translation>اطلب ذلك من البنك: يمكنه السماح به للرواتب وغيرها من القوائم.</translation>
    </message>
</context>
<context>
    <name>cash</name>
    <message>
        <source>Take in</source>
        <extracomment>lupdate finds these because the context is written out.</extracomment>
        <translation>إيداع</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>صرف</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Take in {amount}</source>
        <translation>إيداع {amount}</translation>
    </message>
    <message>
        <source>Pay out {amount}</source>
        <translation>صرف {amount}</translation>
    </message>
    <message>
        <source>Send {amount}</source>
        <translation>إرسال {amount}</translation>
    </message>
    <message>
        <source>{amount} paid in</source>
        <translation>أُودع {amount}</translation>
    </message>
    <message>
        <source>{amount} paid out</source>
        <translation>صُرف {amount}</translation>
    </message>
    <message>
        <source>{amount} sent</source>
        <translation>أُرسل {amount}</translation>
    </message>
    <message>
        <source>{amount} taken back</source>
        <translation>استُرد {amount}</translation>
    </message>
    <message>
        <source>Next cash in</source>
        <translation>الإيداع النقدي التالي</translation>
    </message>
    <message>
        <source>Next cash out</source>
        <translation>السحب النقدي التالي</translation>
    </message>
    <message>
        <source>Next transfer</source>
        <translation>التحويل التالي</translation>
    </message>
    <message>
        <source>Nothing was paid in.</source>
        <translation>لم يُودَع شيء.</translation>
    </message>
    <message>
        <source>Nothing was paid out.</source>
        <translation>لم يُصرف شيء.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>لم يُسترد شيء.</translation>
    </message>
    <message>
        <source>Waiting for approval: nothing was paid in yet</source>
        <translation>بانتظار الموافقة: لم يُودَع شيء بعد</translation>
    </message>
    <message>
        <source>Waiting for approval: nothing was paid out yet</source>
        <translation>بانتظار الموافقة: لم يُصرف شيء بعد</translation>
    </message>
    <message>
        <source>Waiting for approval: nothing was sent yet</source>
        <translation>بانتظار الموافقة: لم يُرسل شيء بعد</translation>
    </message>
    <message>
        <source>Keep this cash apart from the drawer. Tell the customer that a supervisor has to approve it first; the money is in the account only then.</source>
        <translation>احتفظ بهذا النقد بعيدًا عن الدرج. أبلغ العميل بأن المشرف يجب أن يوافق أولًا؛ ولا يدخل المبلغ الحساب إلا بعد ذلك.</translation>
    </message>
    <message>
        <source>Hand out no cash yet. Tell the customer that a supervisor has to approve it first; until then the money is reserved in the account.</source>
        <translation>لا تسلِّم أي نقد بعد. أبلغ العميل بأن المشرف يجب أن يوافق أولًا؛ وحتى ذلك الحين يبقى المبلغ محجوزًا في الحساب.</translation>
    </message>
    <message>
        <source>Tell the customer that a supervisor has to approve it first; until then the money is reserved in the account.</source>
        <translation>أبلغ العميل بأن المشرف يجب أن يوافق أولًا؛ وحتى ذلك الحين يبقى المبلغ محجوزًا في الحساب.</translation>
    </message>
    <message>
        <source>Approved. Put the cash into the drawer.</source>
        <translation>تمت الموافقة. ضع النقد في الدرج.</translation>
    </message>
    <message>
        <source>Approved. Hand out the cash now.</source>
        <translation>تمت الموافقة. سلِّم النقد الآن.</translation>
    </message>
    <message>
        <source>Approved. The money was sent.</source>
        <translation>تمت الموافقة. أُرسل المبلغ.</translation>
    </message>
    <message>
        <source>Give the cash back to the customer.</source>
        <translation>أعِد النقد إلى العميل.</translation>
    </message>
    <message>
        <source>The money is free in the account again.</source>
        <translation>عاد المبلغ متاحًا في الحساب.</translation>
    </message>
    <message>
        <source>It waits until {moment}.</source>
        <translation>تنتظر حتى {moment}.</translation>
    </message>
    <message>
        <source>{kind}, {amount}, {customer}</source>
        <translation>‏{kind}، {amount}، {customer}</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Connecting …</source>
        <translation>جارٍ الاتصال …</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Reconnecting …</source>
        <translation>جارٍ إعادة الاتصال …</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Starting the bank …</source>
        <translation>جارٍ تشغيل البنك …</translation>
    </message>
    <message>
        <source>Preparing the databases, once only …</source>
        <translation>جارٍ تجهيز قواعد البيانات، لمرة واحدة فقط …</translation>
    </message>
    <message>
        <source>Filling the demo bank, once only …</source>
        <translation>جارٍ ملء البنك التجريبي، لمرة واحدة فقط …</translation>
    </message>
    <message>
        <source>Sign-in cannot be reached since {time}.</source>
        <translation>خدمة تسجيل الدخول غير متاحة منذ {time}.</translation>
    </message>
    <message>
        <source>You can go on until your session has to be renewed. We keep trying.</source>
        <translation>يمكنك المتابعة إلى أن يلزم تجديد جلستك. نحن مستمرون في المحاولة.</translation>
    </message>
    <message>
        <source>Your session cannot be renewed, so payments have to wait. What you typed stays; we keep trying.</source>
        <extracomment>Which database answers -&gt; heading, text, text where what is shown has a time.</extracomment>
        <translation>تعذّر تجديد جلستك، ولذلك على التحويلات أن تنتظر. ما كتبته محفوظ، ونحن نواصل المحاولة.</translation>
    </message>
    <message>
        <source>Your session cannot be renewed, so payments have to wait. What you see is as of {time}; what you typed stays.</source>
        <translation>تعذّر تجديد جلستك، ولذلك على التحويلات أن تنتظر. ما تراه محدَّث حتى {time}، وما كتبته محفوظ.</translation>
    </message>
    <message>
        <source>Payments cannot be reached since {time}.</source>
        <translation>خدمة المدفوعات غير متاحة منذ {time}.</translation>
    </message>
    <message>
        <source>What you see may be old. You stay signed in; we keep trying.</source>
        <translation>قد يكون ما تراه غير محدَّث. جلستك مستمرة، ونحن نواصل المحاولة.</translation>
    </message>
    <message>
        <source>What you see is as of {time}. You stay signed in; we keep trying.</source>
        <translation>ما تراه محدَّث حتى {time}. جلستك مستمرة، ونحن نواصل المحاولة.</translation>
    </message>
    <message>
        <source>The bank cannot be reached since {time}.</source>
        <translation>تعذّر الاتصال بالبنك منذ {time}.</translation>
    </message>
    <message>
        <source>What you see may be old. What you typed stays; we keep trying.</source>
        <translation>قد يكون ما تراه غير محدَّث. ما كتبته محفوظ، ونحن نواصل المحاولة.</translation>
    </message>
    <message>
        <source>What you see is as of {time}. What you typed stays; we keep trying.</source>
        <translation>ما تراه محدَّث حتى {time}. ما كتبته محفوظ، ونحن نواصل المحاولة.</translation>
    </message>
    <message>
        <source>So nobody can check your password just now. We keep trying; what you typed is kept.</source>
        <translation>لذلك لا يمكن التحقق من كلمة المرور الآن. نحن نواصل المحاولة، وما كتبته محفوظ.</translation>
    </message>
</context>
<context>
    <name>counterparty</name>
    <message>
        <source>The bank</source>
        <extracomment>The bank&apos;s own accounts have no owner; the databases write their kind in place of a name.</extracomment>
        <translation>البنك</translation>
    </message>
    <message>
        <source>Account {iban}</source>
        <translation>حساب {iban}</translation>
    </message>
</context>
<context>
    <name>date_text</name>
    <message>
        <source>Jan</source>
        <translation>يناير</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>فبراير</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>مارس</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>أبريل</translation>
    </message>
    <message>
        <source>May</source>
        <translation>مايو</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>يونيو</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>يوليو</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>أغسطس</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>سبتمبر</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>أكتوبر</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>نوفمبر</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>ديسمبر</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day} {month}</translation>
    </message>
</context>
<context>
    <name>desks</name>
    <message>
        <source>Cash in</source>
        <extracomment>What takes back the payment that is chosen in the history. What the page does by itself. What another screen does for the customer. Who may enrol customers. Makers import what they make as they are called first: the page opens without it.</extracomment>
        <translation>إيداع نقدي</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>سحب نقدي</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>كشف الحساب</translation>
    </message>
    <message>
        <source>Open an account</source>
        <translation>فتح حساب</translation>
    </message>
    <message>
        <source>Freeze or release</source>
        <translation>تجميد أو رفع التجميد</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Take a payment back</source>
        <translation>استرداد عملية</translation>
    </message>
    <message>
        <source>Password and access</source>
        <translation>كلمة المرور والدخول</translation>
    </message>
    <message>
        <source>Close an account</source>
        <translation>إغلاق حساب</translation>
    </message>
    <message>
        <source>Bulk payments</source>
        <translation>مدفوعات جماعية</translation>
    </message>
    <message>
        <source>Bulk payments, allow or stop</source>
        <translation>السماح بالمدفوعات الجماعية أو إيقافها</translation>
    </message>
</context>
<context>
    <name>error_text</name>
    <message>
        <source>The bank cannot be reached. Please try again in a moment.</source>
        <translation>تعذّر الاتصال بالبنك. يُرجى المحاولة مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>The bank&apos;s sign-in cannot be reached, and nothing goes on without it. Please try again in a moment.</source>
        <translation>تعذّر الاتصال بخدمة تسجيل الدخول في البنك، ولا يمكن المتابعة من دونها. يُرجى المحاولة مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>The server {host} does not encrypt its connections, which this program was told to demand. Nothing was sent; tell your bank.</source>
        <translation>الخادم {host} لا يشفّر اتصالاته، وهذا البرنامج مضبوط على اشتراط التشفير. لم يُرسَل شيء؛ أبلغ البنك.</translation>
    </message>
    <message>
        <source>The server {host} could not prove that it is the bank&apos;s: its certificate is for another name or from somebody else. Nothing was sent; tell your bank.</source>
        <translation>لم يتمكن الخادم {host} من إثبات أنه تابع للبنك: شهادته باسم آخر أو صادرة من جهة أخرى. لم يُرسَل شيء؛ أبلغ البنك.</translation>
    </message>
    <message>
        <source>The bank&apos;s certificate authority cannot be read from {path}, so nothing was sent. Please put the file there, or correct the setting.</source>
        <translation>تعذّرت قراءة شهادة الجهة المُصدِرة الخاصة بالبنك من {path}، ولذلك لم يُرسَل شيء. يُرجى وضع الملف في مكانه أو تصحيح الإعداد.</translation>
    </message>
    <message>
        <source>Please type the address that your bank gave you.</source>
        <translation>يُرجى كتابة العنوان الذي أعطاك البنك إياه.</translation>
    </message>
    <message>
        <source>This is not the address of a database. It begins with {scheme} and names a login, a server and a database.</source>
        <translation>هذا ليس عنوان قاعدة بيانات. يبدأ العنوان بـ {scheme} ويحدد المستخدم والخادم وقاعدة البيانات.</translation>
    </message>
    <message>
        <source>There is no server called {host}. Check the address for typing mistakes.</source>
        <translation>لا يوجد خادم باسم {host}. تحقّق من الأخطاء الكتابية في العنوان.</translation>
    </message>
    <message>
        <source>The server {host} does not answer at port {port}. Check the address, and that this computer is in the bank&apos;s network.</source>
        <translation>الخادم {host} لا يستجيب على المنفذ {port}. تحقّق من العنوان ومن أن هذا الكمبيوتر متصل بشبكة البنك.</translation>
    </message>
    <message>
        <source>What answers at {host}, port {port}, is no Postgres server. Check the address.</source>
        <translation>ما يستجيب على {host}، المنفذ {port}، ليس خادم Postgres. تحقّق من العنوان.</translation>
    </message>
    <message>
        <source>The server {host} is there, but does not let the login “{user}” in. Check its name, its password and the name of the database.</source>
        <translation>الخادم {host} موجود، لكنه لا يسمح بدخول المستخدم “{user}”. تحقّق من اسمه وكلمة مروره واسم قاعدة البيانات.</translation>
    </message>
    <message>
        <source>This is the other one of the bank&apos;s two databases. Have the two addresses change places.</source>
        <translation>هذه هي القاعدة الأخرى من قاعدتي البنك. بدّل العنوانين أحدهما بالآخر.</translation>
    </message>
    <message>
        <source>The bank has run out of storage. Nothing was changed; tell your bank.</source>
        <translation>امتلأت مساحة التخزين لدى البنك. لم يتغير شيء؛ أبلغ البنك.</translation>
    </message>
    <message>
        <source>The bank is busy just now. Please try again in a moment.</source>
        <translation>البنك مشغول الآن. يُرجى المحاولة مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>The account was changed just now. Nothing was paid; please try again.</source>
        <translation>تغيّر الحساب للتو. لم يُدفع شيء؛ يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>The bank did not answer in time. Please try again in a moment.</source>
        <translation>لم يرد البنك في الوقت المحدد. يُرجى المحاولة مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>Nothing may be written to {path}. Please choose another folder.</source>
        <translation>الكتابة في {path} غير مسموحة. يُرجى اختيار مجلد آخر.</translation>
    </message>
    <message>
        <source>There is no room left in {path}. Nothing was saved, and a file that was there is as it was.</source>
        <translation>لا توجد مساحة في {path}. لم يُحفظ شيء، وأي ملف كان موجودًا بقي كما هو.</translation>
    </message>
    <message>
        <source>The folder {path} is not there any more. Please choose another one.</source>
        <translation>المجلد {path} لم يعد موجودًا. يُرجى اختيار مجلد آخر.</translation>
    </message>
    <message>
        <source>{path} cannot be written. Please choose another name or folder.</source>
        <translation>لا يمكن كتابة {path}. يُرجى اختيار اسم أو مجلد آخر.</translation>
    </message>
    <message>
        <source>These are more than {most} payments, too many for pages. Please choose a shorter time, or save them as a CSV file.</source>
        <translation>هذه أكثر من {most} عملية، وهي كثيرة على صفحات مطبوعة. يُرجى اختيار مدة أقصر أو حفظها كملف CSV.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. You can save a PDF instead.</source>
        <translation>لا توجد طابعة معدّة على هذا الكمبيوتر. يمكنك حفظ ملف PDF بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The printer took nothing. Please check it and try again.</source>
        <translation>لم تستلم الطابعة شيئًا. يُرجى فحصها ثم المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Your session has ended. Please sign in again; what you typed is kept.</source>
        <translation>انتهت جلستك. يُرجى تسجيل الدخول مرة أخرى؛ ما كتبته محفوظ.</translation>
    </message>
    <message>
        <source>You have no right to do this. Ask your bank if you think you should.</source>
        <translation>ليست لديك صلاحية لهذا الإجراء. راجع البنك إذا كنت ترى أنها من حقك.</translation>
    </message>
    <message>
        <source>Email or password is not right.</source>
        <translation>البريد الإلكتروني أو كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>Email or password is not right. Tries left before a pause: {tries_left}.</source>
        <translation>البريد الإلكتروني أو كلمة المرور غير صحيحة. المحاولات المتبقية قبل الإيقاف المؤقت: {tries_left}.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>This is not your password. Tries left before a pause: {tries_left}.</source>
        <translation>كلمة المرور غير صحيحة. المحاولات المتبقية قبل الإيقاف المؤقت: {tries_left}.</translation>
    </message>
    <message>
        <source>Too many tries. You can try again in {wait}.</source>
        <translation>محاولات كثيرة جدًّا. يمكنك المحاولة مرة أخرى بعد {wait}.</translation>
    </message>
    <message>
        <source>The bank asked for the password in a way that is not safe, so nothing was sent. Please tell the bank.</source>
        <translation>طلب البنك كلمة المرور بطريقة غير آمنة، ولذلك لم يُرسَل شيء. يُرجى إبلاغ البنك.</translation>
    </message>
    <message>
        <source>The database refused: {reason}.</source>
        <translation>رفضت قاعدة البيانات: {reason}.</translation>
    </message>
    <message>
        <source>There is no screen here to open a window on. Start it from a desktop session; the private bank runs without one by: python main.py serve --demo.</source>
        <translation>لا توجد شاشة لفتح نافذة عليها. شغّل البرنامج من جلسة سطح مكتب؛ ويعمل البنك الخاص من دون شاشة بالأمر: python main.py serve --demo.</translation>
    </message>
    <message>
        <source>The sign-in was interrupted. Please try again.</source>
        <translation>انقطع تسجيل الدخول. يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>This window is locked. Type your password to go on.</source>
        <translation>هذه النافذة مقفلة. اكتب كلمة المرور للمتابعة.</translation>
    </message>
    <message>
        <source>Please choose a password of your own first.</source>
        <translation>يُرجى أولًا اختيار كلمة مرور خاصة بك.</translation>
    </message>
    <message>
        <source>Too many sign-ins were begun on this computer. Please try again in five minutes.</source>
        <translation>بدأت محاولات تسجيل دخول كثيرة من هذا الكمبيوتر. يُرجى المحاولة مرة أخرى بعد خمس دقائق.</translation>
    </message>
    <message>
        <source>Too many people were signed up from here today. Please try again tomorrow.</source>
        <translation>سُجّل عدد كبير من العملاء من هنا اليوم. يُرجى المحاولة غدًا.</translation>
    </message>
    <message>
        <source>Nobody can do this for themselves. Ask a colleague.</source>
        <translation>لا يمكن لأحد إجراء هذا لنفسه. اطلب ذلك من زميل.</translation>
    </message>
    <message>
        <source>The bank does not know this person.</source>
        <translation>هذا الشخص غير معروف لدى البنك.</translation>
    </message>
    <message>
        <source>Somebody with this email address is known to the bank already.</source>
        <translation>هذا البريد الإلكتروني مسجّل لدى البنك بالفعل.</translation>
    </message>
    <message>
        <source>This is the password you have now. Please choose another one.</source>
        <translation>هذه هي كلمة المرور الحالية. يُرجى اختيار كلمة مرور أخرى.</translation>
    </message>
    <message>
        <source>Please type your password.</source>
        <translation>يُرجى كتابة كلمة المرور.</translation>
    </message>
    <message>
        <source>This password is too short. Use 12 characters or more.</source>
        <translation>كلمة المرور قصيرة جدًّا. استخدم 12 حرفًا أو أكثر.</translation>
    </message>
    <message>
        <source>This password is too long. Use at most 72 characters; letters other than A to Z count double or more.</source>
        <translation>كلمة المرور طويلة جدًّا. استخدم 72 حرفًا على الأكثر؛ الأحرف غير الإنجليزية تُحسب مضاعفة أو أكثر.</translation>
    </message>
    <message>
        <source>This password holds a character that cannot be used. Please type it anew.</source>
        <translation>تحتوي كلمة المرور على حرف لا يمكن استخدامه. يُرجى كتابتها من جديد.</translation>
    </message>
    <message>
        <source>Please type your email address.</source>
        <translation>يُرجى كتابة بريدك الإلكتروني.</translation>
    </message>
    <message>
        <source>This is not an email address. Write it like name@example.com, in Latin letters.</source>
        <translation>هذا ليس عنوان بريد إلكتروني. اكتبه بالأحرف الإنجليزية بالشكل name@example.com.</translation>
    </message>
    <message>
        <source>The bank cannot take this application. Check the name and the email address.</source>
        <translation>لا يمكن للبنك قبول هذا الطلب. تحقّق من الاسم والبريد الإلكتروني.</translation>
    </message>
    <message>
        <source>Please type your full name, with 1 to 100 characters.</source>
        <translation>يُرجى كتابة اسمك بالكامل، من حرف واحد إلى 100 حرف.</translation>
    </message>
    <message>
        <source>The {database} database has not been set up. Ask its administrator to run “provision” on it.</source>
        <translation>قاعدة بيانات {database} لم تُجهَّز بعد. اطلب من مسؤولها تنفيذ الأمر “provision” عليها.</translation>
    </message>
    <message>
        <source>The {database} database is older than this program ({found}; needed: {expected}). Ask its administrator to run this version&apos;s “provision” on it.</source>
        <translation>قاعدة بيانات {database} أقدم من هذا البرنامج (إصدارها {found}، والمطلوب {expected}). اطلب من مسؤولها تنفيذ الأمر “provision” من هذا الإصدار عليها.</translation>
    </message>
    <message>
        <source>The {database} database is newer than this program ({found}; known: {expected}). Please update this program.</source>
        <translation>قاعدة بيانات {database} أحدث من هذا البرنامج (إصدارها {found}، والمعروف {expected}). يُرجى تحديث هذا البرنامج.</translation>
    </message>
    <message>
        <source>These two databases do not share a signing key, so nothing was changed. If they belong together, run “provision” on them first.</source>
        <translation>لا تشترك قاعدتا البيانات في مفتاح توقيع واحد، ولذلك لم يتغير شيء. إذا كانتا تابعتين للبنك نفسه، فنفّذ الأمر “provision” عليهما أولًا.</translation>
    </message>
    <message>
        <source>The server has a role “{role}” that is no station&apos;s, so nothing was changed. Choose another name.</source>
        <translation>يوجد على الخادم دور باسم “{role}” لا يخص محطة عمل، ولذلك لم يتغير شيء. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The server has no role “{role}”.</source>
        <translation>لا يوجد على الخادم دور باسم “{role}”.</translation>
    </message>
    <message>
        <source>Only one of the two servers has the role “{role}”. Run this again with --new-password, so that both have the same one.</source>
        <translation>الدور “{role}” موجود على أحد الخادمين فقط. نفّذ الأمر مرة أخرى مع --new-password، ليكون للخادمين كلمة المرور نفسها.</translation>
    </message>
    <message>
        <source>The file {path} holds passwords and may be read or changed by others, so it was not used. Allow it to nobody but yourself (chmod 600).</source>
        <translation>الملف {path} يحتوي على كلمات مرور ويمكن لغيرك قراءته أو تغييره، ولذلك لم يُستخدم. اقصر صلاحيته عليك وحدك (chmod 600).</translation>
    </message>
    <message>
        <source>The programs of the Postgres database are missing on this computer. Run “make setup” again, or connect to a bank by its addresses.</source>
        <translation>برامج قاعدة البيانات Postgres غير موجودة على هذا الكمبيوتر. نفّذ “make setup” مرة أخرى، أو اتصل ببنك عن طريق عناوينه.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be written. Allow it to be written, or choose another one with INSTAPAY_HOME.</source>
        <translation>لا يمكن الكتابة في المجلد {path}. اسمح بالكتابة فيه، أو اختر مجلدًا آخر عن طريق INSTAPAY_HOME.</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full. Make room, then try again.</source>
        <translation>القرص الذي يحتوي على {path} ممتلئ. وفّر مساحة ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The data in {path} is damaged. Put a backup in its place, or move the folder away and start anew. Details are in {log}.</source>
        <translation>البيانات في {path} تالفة. ضع نسخة احتياطية مكانها، أو انقل المجلد وابدأ من جديد. التفاصيل في {log}.</translation>
    </message>
    <message>
        <source>The bank on this computer did not start: {reason}. Please try again.</source>
        <translation>تعذّر تشغيل البنك على هذا الكمبيوتر: {reason}. يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>The bank on this computer did not start: {reason}. Details are in {log}.</source>
        <translation>تعذّر تشغيل البنك على هذا الكمبيوتر: {reason}. التفاصيل في {log}.</translation>
    </message>
    <message>
        <source>Try the demo bank, which stays on this computer; or connect to your bank: put its addresses into settings.toml, or into INSTAPAY_AUTH_URL and INSTAPAY_PAYMENT_URL, and try again.</source>
        <translation>جرّب البنك التجريبي الذي يبقى على هذا الكمبيوتر، أو اتصل ببنكك: ضع عناوينه في settings.toml أو في INSTAPAY_AUTH_URL وINSTAPAY_PAYMENT_URL ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The setting {name} cannot be used: {reason}. Please correct it.</source>
        <translation>لا يمكن استخدام الإعداد {name}: {reason}. يُرجى تصحيحه.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have. Nothing you typed is lost. If it happens again, tell your bank this reference: {reference}.</source>
        <translation>حدث خطأ غير متوقع. لم يُفقد شيء مما كتبته. إذا تكرر ذلك، فأبلغ البنك بهذا الرقم المرجعي: {reference}.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have. Nothing you typed is lost; please try again.</source>
        <translation>حدث خطأ غير متوقع. لم يُفقد شيء مما كتبته؛ يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>sign-in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>المدفوعات</translation>
    </message>
    <message>
        <source>Please type an amount.</source>
        <translation>يُرجى كتابة المبلغ.</translation>
    </message>
    <message>
        <source>This is not an amount. Write it in digits, like 1,250.50.</source>
        <translation>هذا ليس مبلغًا. اكتبه بالأرقام، مثل 1,250.50.</translation>
    </message>
    <message>
        <source>An amount has at most two decimals, like 1,250.50.</source>
        <translation>للمبلغ خانتان عشريتان على الأكثر، مثل 1,250.50.</translation>
    </message>
    <message>
        <source>The amount must be more than zero.</source>
        <translation>يجب أن يكون المبلغ أكبر من صفر.</translation>
    </message>
    <message>
        <source>This amount is larger than one payment can be. Please type a smaller one.</source>
        <translation>هذا المبلغ أكبر مما يمكن تحويله في عملية واحدة. يُرجى كتابة مبلغ أقل.</translation>
    </message>
    <message>
        <source>There is not enough money in this account. Please type a smaller amount.</source>
        <translation>الرصيد في هذا الحساب لا يكفي. يُرجى كتابة مبلغ أقل.</translation>
    </message>
    <message>
        <source>There is not enough money in this account: {available} are available.</source>
        <translation>الرصيد في هذا الحساب لا يكفي: المتاح {available}.</translation>
    </message>
    <message>
        <source>There is not enough money in this account: {available} are available, and with the fee you would pay {total}.</source>
        <translation>الرصيد في هذا الحساب لا يكفي: المتاح {available}، وستدفع مع الرسوم {total}.</translation>
    </message>
    <message>
        <source>Please type who gets the money: a payment address or an IBAN.</source>
        <translation>يُرجى كتابة المستفيد: عنوان دفع أو رقم آيبان.</translation>
    </message>
    <message>
        <source>Choose somebody from the list, or type a whole payment address or IBAN.</source>
        <translation>اختر مستفيدًا من القائمة، أو اكتب عنوان دفع أو رقم آيبان كاملًا.</translation>
    </message>
    <message>
        <source>Nobody is known by this address or IBAN. Check it with the person who gave it to you.</source>
        <translation>لا يوجد مستفيد بهذا العنوان أو رقم الآيبان. راجعه مع من أعطاك إياه.</translation>
    </message>
    <message>
        <source>This account cannot receive money just now. Ask the person you pay to.</source>
        <translation>لا يمكن لهذا الحساب استلام المبالغ الآن. راجع المستفيد.</translation>
    </message>
    <message>
        <source>This is the account that pays. Choose another one to pay to.</source>
        <translation>هذا هو الحساب المحوَّل منه. اختر حسابًا آخر للتحويل إليه.</translation>
    </message>
    <message>
        <source>The two accounts have different currencies. Choose one of the same currency.</source>
        <translation>عملتا الحسابين مختلفتان. اختر حسابًا بالعملة نفسها.</translation>
    </message>
    <message>
        <source>The note is too long. Use at most 140 characters.</source>
        <translation>الملاحظة طويلة جدًّا. استخدم 140 حرفًا على الأكثر.</translation>
    </message>
    <message>
        <source>The note holds characters that cannot be used. Please type it anew.</source>
        <translation>تحتوي الملاحظة على أحرف لا يمكن استخدامها. يُرجى كتابتها من جديد.</translation>
    </message>
    <message>
        <source>This account is not there any more. Refresh the page and choose again.</source>
        <translation>هذا الحساب لم يعد موجودًا. حدّث الصفحة واختر من جديد.</translation>
    </message>
    <message>
        <source>Your bank is still opening your account. Please try again in a moment.</source>
        <translation>لا يزال البنك يفتح حسابك. يُرجى المحاولة مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>This is more than one payment may be. Please type a smaller amount.</source>
        <translation>هذا المبلغ يتجاوز الحد الأقصى للعملية الواحدة. يُرجى كتابة مبلغ أقل.</translation>
    </message>
    <message>
        <source>One payment may be {per_payment} at most. Please type a smaller amount.</source>
        <translation>الحد الأقصى للعملية الواحدة {per_payment}. يُرجى كتابة مبلغ أقل.</translation>
    </message>
    <message>
        <source>This is more than you may still pay today. Please type a smaller amount.</source>
        <translation>هذا المبلغ يتجاوز المتبقي من حدك اليومي. يُرجى كتابة مبلغ أقل.</translation>
    </message>
    <message>
        <source>This is over your limit for a day: you may still pay {day_left} today.</source>
        <translation>هذا المبلغ يتجاوز حدك اليومي: يمكنك تحويل {day_left} أخرى اليوم.</translation>
    </message>
    <message>
        <source>You have reached your limit for today. You can pay again tomorrow.</source>
        <translation>بلغت حدك اليومي. يمكنك التحويل مرة أخرى غدًا.</translation>
    </message>
    <message>
        <source>This is more than you may still pay this month. Please type a smaller amount.</source>
        <translation>هذا المبلغ يتجاوز المتبقي من حدك الشهري. يُرجى كتابة مبلغ أقل.</translation>
    </message>
    <message>
        <source>This is over your limit for a month: you may still pay {month_left}.</source>
        <translation>هذا المبلغ يتجاوز حدك الشهري: يمكنك تحويل {month_left} أخرى.</translation>
    </message>
    <message>
        <source>You have reached your limit for this month. You can pay again next month.</source>
        <translation>بلغت حدك الشهري. يمكنك التحويل مرة أخرى الشهر القادم.</translation>
    </message>
    <message>
        <source>This account is frozen, so nothing can be paid from it. Choose another one, or ask your bank.</source>
        <translation>هذا الحساب مجمّد، ولا يمكن التحويل منه. اختر حسابًا آخر أو راجع البنك.</translation>
    </message>
    <message>
        <source>This account is closed. Choose another one to pay from.</source>
        <translation>هذا الحساب مغلق. اختر حسابًا آخر للتحويل منه.</translation>
    </message>
    <message>
        <source>Your bank makes no payments in this currency. Choose another account.</source>
        <translation>لا ينفّذ البنك تحويلات بهذه العملة. اختر حسابًا آخر.</translation>
    </message>
    <message>
        <source>This account cannot send lists of payments. Ask your bank to allow it.</source>
        <translation>لا يمكن لهذا الحساب إرسال قوائم مدفوعات. اطلب من البنك السماح بذلك.</translation>
    </message>
    <message>
        <source>This payment needs your password. Please review it again and type the password there.</source>
        <translation>يتطلب هذا التحويل كلمة المرور. يُرجى مراجعته من جديد وكتابة كلمة المرور هناك.</translation>
    </message>
    <message>
        <source>This date cannot be used. Choose one within the next 30 days.</source>
        <translation>لا يمكن استخدام هذا التاريخ. اختر تاريخًا خلال الثلاثين يومًا القادمة.</translation>
    </message>
    <message>
        <source>Too many payments from this account are waiting already. Cancel one, or wait until one is made.</source>
        <translation>توجد تحويلات كثيرة معلّقة من هذا الحساب. ألغِ أحدها أو انتظر تنفيذ أحدها.</translation>
    </message>
    <message>
        <source>This period cannot be used. Choose a first day that is not after the last.</source>
        <translation>لا يمكن استخدام هذه الفترة. اختر يوم بداية لا يأتي بعد يوم النهاية.</translation>
    </message>
    <message>
        <source>This is not a date. Write it as day, month and year, like 22/11/2026.</source>
        <translation>هذا ليس تاريخًا. اكتبه باليوم والشهر والسنة، مثل 22/11/2026.</translation>
    </message>
    <message>
        <source>This is too long to look for. Please type at most 100 characters.</source>
        <translation>نص البحث طويل جدًّا. يُرجى كتابة 100 حرف على الأكثر.</translation>
    </message>
    <message>
        <source>This payment was not sent, because its number is taken. Please review and send it again.</source>
        <translation>لم يُرسَل هذا التحويل لأن رقمه مستخدم. يُرجى مراجعته وإرساله مرة أخرى.</translation>
    </message>
    <message>
        <source>This payment was not made. You can send it again.</source>
        <translation>لم يُنفَّذ هذا التحويل. يمكنك إرساله مرة أخرى.</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether this payment was made. Don&apos;t send it again; we are checking.</source>
        <translation>لا نعرف بعد هل نُفّذ هذا التحويل. لا ترسله مرة أخرى، فنحن نتحقق.</translation>
    </message>
    <message>
        <source>This payment was not sent, because this computer could not write its safety copy: the disk is full or read-only. Make room, then send it again.</source>
        <translation>لم يُرسَل هذا التحويل لأن الكمبيوتر لم يتمكن من حفظ نسخته الاحتياطية: القرص ممتلئ أو للقراءة فقط. وفّر مساحة ثم أرسله مرة أخرى.</translation>
    </message>
    <message>
        <source>The bank does not know this payment. Refresh the page and choose again.</source>
        <translation>هذا التحويل غير معروف لدى البنك. حدّث الصفحة واختر من جديد.</translation>
    </message>
    <message>
        <source>This list of payments cannot be used. Check its rows and try again.</source>
        <translation>لا يمكن استخدام قائمة المدفوعات هذه. تحقّق من صفوفها وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>This payment cannot be taken back.</source>
        <translation>لا يمكن استرداد هذا التحويل.</translation>
    </message>
    <message>
        <source>This payment has been taken back already.</source>
        <translation>سبق استرداد هذا التحويل.</translation>
    </message>
    <message>
        <source>Whoever was paid does not have this money any more, so the payment cannot be taken back.</source>
        <translation>لم يعد المبلغ متاحًا لدى المستفيد، ولذلك لا يمكن استرداد التحويل.</translation>
    </message>
    <message>
        <source>Please type a reason, with 1 to 200 characters.</source>
        <translation>يُرجى كتابة السبب، من حرف واحد إلى 200 حرف.</translation>
    </message>
    <message>
        <source>This account still holds money, or money is reserved in it. Only an empty one can be closed.</source>
        <translation>لا يزال في هذا الحساب رصيد أو مبلغ محجوز. لا يُغلق إلا الحساب الفارغ.</translation>
    </message>
    <message>
        <source>This freeze cannot be set. Check what it stops and until when.</source>
        <translation>لا يمكن تطبيق هذا التجميد. تحقّق مما يوقفه ومدته.</translation>
    </message>
    <message>
        <source>All rows together are above your limit at the counter: a supervisor has to make it.</source>
        <translation>مجموع الصفوف يتجاوز حدك في خدمة العملاء: على مشرف أن ينفّذها.</translation>
    </message>
    <message>
        <source>You have had more payees of files looked up today than one person may. Please go on tomorrow.</source>
        <translation>بحثت اليوم عن مستفيدين من ملفات أكثر مما يُسمح به للشخص الواحد. تابع غدًا من فضلك.</translation>
    </message>
    <message>
        <source>Nothing was sent: some rows cannot be paid any more. They are marked; please look at them.</source>
        <translation>لم يُرسل شيء: لم يعد دفع بعض الصفوف ممكنًا. وُضعت عليها علامات، فراجعها من فضلك.</translation>
    </message>
    <message>
        <source>This account is your own, so a colleague has to make this payment.</source>
        <translation>هذا الحساب حسابك، فعلى زميل لك أن ينفّذ هذه الدفعة.</translation>
    </message>
    <message>
        <source>Row {row} pays the same amount to the same payee. Check that both are meant.</source>
        <translation>الصف {row} يدفع المبلغ نفسه للمستفيد نفسه. تأكد من أن كليهما مقصود.</translation>
    </message>
    <message>
        <source>The file says {name}. Check that this is the same person.</source>
        <translation>الاسم في الملف {name}. تأكد من أنه الشخص نفسه.</translation>
    </message>
    <message>
        <source>This file is larger than 5 MB. Please split it into smaller ones.</source>
        <translation>حجم هذا الملف أكبر من 5 ميغابايت. قسّمه إلى ملفات أصغر.</translation>
    </message>
    <message>
        <source>This file is written in UTF-16, or is no text. Save it anew as CSV in UTF-8.</source>
        <translation>هذا الملف مكتوب بترميز UTF-16 أو ليس نصًا. احفظه من جديد بصيغة CSV وترميز UTF-8.</translation>
    </message>
    <message>
        <source>This file is not written in UTF-8. Save it anew as CSV in UTF-8.</source>
        <translation>هذا الملف ليس مكتوبًا بترميز UTF-8. احفظه من جديد بصيغة CSV وترميز UTF-8.</translation>
    </message>
    <message>
        <source>This file cannot be read from row {row} on: a quotation mark is missing or too many.</source>
        <translation>تتعذّر قراءة هذا الملف ابتداءً من الصف {row}: علامة تنصيص ناقصة أو زائدة.</translation>
    </message>
    <message>
        <source>There are no payments in this file.</source>
        <translation>لا توجد مدفوعات في هذا الملف.</translation>
    </message>
    <message>
        <source>The first row names columns, but not both payee and amount. Name them, or leave that row out.</source>
        <translation>يسمّي الصف الأول أعمدة، لكن ليس المستفيد والمبلغ معًا. سمّهما أو احذف ذلك الصف.</translation>
    </message>
    <message>
        <source>There are more than 10,000 payments in this file. Please split it.</source>
        <translation>في هذا الملف أكثر من 10,000 دفعة. قسّمه من فضلك.</translation>
    </message>
    <message>
        <source>This file cannot be read: {path}. Check that it is there and may be opened.</source>
        <translation>تتعذّر قراءة هذا الملف: {path}. تأكد من وجوده ومن السماح بفتحه.</translation>
    </message>
    <message>
        <source>This is neither an address nor an IBAN. Check it for typing mistakes.</source>
        <translation>هذا ليس عنوان دفع ولا رقم آيبان. تحقّق من الأخطاء الكتابية.</translation>
    </message>
    <message>
        <source>You have looked up many payees in a short time. Please try again later.</source>
        <translation>بحثت عن مستفيدين كثيرين في وقت قصير. يُرجى المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>The bank&apos;s answer is out of date. Please type the payee again.</source>
        <translation>رد البنك لم يعد صالحًا. يُرجى كتابة المستفيد من جديد.</translation>
    </message>
    <message>
        <source>Please type an address.</source>
        <translation>يُرجى كتابة عنوان.</translation>
    </message>
    <message>
        <source>This address is not free. Please choose another one.</source>
        <translation>هذا العنوان غير متاح. يُرجى اختيار عنوان آخر.</translation>
    </message>
    <message>
        <source>This cannot be an address. Write it like name@instapay, in Latin letters and digits.</source>
        <translation>لا يصلح هذا عنوانًا. اكتبه بالأحرف والأرقام الإنجليزية بالشكل name@instapay.</translation>
    </message>
    <message>
        <source>This account has an address already. Give that one up first.</source>
        <translation>لهذا الحساب عنوان بالفعل. تخلَّ عنه أولًا.</translation>
    </message>
    <message>
        <source>Please type a name for this contact, with 1 to 60 characters.</source>
        <translation>يُرجى كتابة اسم لجهة الاتصال، من حرف واحد إلى 60 حرفًا.</translation>
    </message>
    <message>
        <source>This contact is not there any more. Refresh the page and choose again.</source>
        <translation>جهة الاتصال هذه لم تعد موجودة. حدّث الصفحة واختر من جديد.</translation>
    </message>
    <message>
        <source>Your list of contacts is full. Remove one that you no longer need.</source>
        <translation>قائمة جهات الاتصال ممتلئة. احذف جهة لم تعد تحتاج إليها.</translation>
    </message>
    <message>
        <source>The bank does not know this customer. Search for the name again.</source>
        <translation>هذا العميل غير معروف لدى البنك. ابحث عن الاسم مرة أخرى.</translation>
    </message>
    <message>
        <source>This customer is not open to you, or was opened over 15 minutes ago. Open the customer again and say why.</source>
        <translation>ملف هذا العميل غير مفتوح لك، أو فُتح منذ أكثر من 15 دقيقة. افتحه مرة أخرى مع ذكر السبب.</translation>
    </message>
    <message>
        <source>This account cannot be opened. Choose one of the bank&apos;s currencies, and a name of at most 60 characters.</source>
        <translation>لا يمكن فتح هذا الحساب. اختر عملة من عملات البنك واسمًا لا يزيد على 60 حرفًا.</translation>
    </message>
    <message>
        <source>This customer has 20 accounts already, and cannot have more.</source>
        <translation>لدى هذا العميل 20 حسابًا بالفعل، ولا يمكن فتح المزيد.</translation>
    </message>
    <message>
        <source>Write a note of 1 to 1,000 characters of plain text.</source>
        <translation>اكتب ملاحظة نصية من حرف واحد إلى 1,000 حرف.</translation>
    </message>
    <message>
        <source>Please type the customer&apos;s full name, with 1 to 100 characters.</source>
        <translation>اكتب اسم العميل الكامل، من 1 إلى 100 حرف.</translation>
    </message>
    <message>
        <source>Please type the customer&apos;s email address.</source>
        <translation>اكتب البريد الإلكتروني للعميل.</translation>
    </message>
    <message>
        <source>Somebody with this email is known to the bank, perhaps from just now, as no answer came. Find them by the email; if it is this person, give them a new password.</source>
        <translation>هذا البريد الإلكتروني معروف لدى البنك، وربما سُجّل قبل لحظات إذ لم يصل ردّ. ابحث به؛ فإن كان الشخص نفسه فأصدر له كلمة مرور جديدة.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Have the customer write the password down.</source>
        <translation>لا توجد طابعة على هذا الحاسوب. اطلب من العميل تدوين كلمة المرور.</translation>
    </message>
    <message>
        <source>This day is over. Choose today or a later one.</source>
        <translation>انقضى هذا اليوم. اختر اليوم أو يومًا لاحقًا.</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether the payment was taken back. The bank is being asked; please wait.</source>
        <translation>لا نعلم بعد هل استُردت العملية. يجري سؤال البنك؛ انتظر من فضلك.</translation>
    </message>
    <message>
        <source>Please say how you know who this is, such as “National ID seen”.</source>
        <translation>يُرجى بيان كيف عرفت هوية العميل، مثل «اطُّلع على بطاقة الرقم القومي».</translation>
    </message>
    <message>
        <source>Say how you know who this is in 1 to 200 characters of plain text.</source>
        <translation>اكتب كيف عرفت هوية العميل في 1 إلى 200 حرف من نص عادي.</translation>
    </message>
    <message>
        <source>This account is frozen, so nothing can be paid from it.</source>
        <translation>هذا الحساب مجمّد، فلا يمكن الدفع منه.</translation>
    </message>
    <message>
        <source>Your till is frozen, so nothing can be paid in. Ask a supervisor.</source>
        <translation>خزينتك مجمّدة، فلا يمكن الإيداع. اسأل المشرف.</translation>
    </message>
    <message>
        <source>This account is closed. Choose another one.</source>
        <translation>هذا الحساب مغلق. اختر حسابًا آخر.</translation>
    </message>
    <message>
        <source>Your till is closed, so nothing can be paid in. Open it first.</source>
        <translation>خزينتك مغلقة، فلا يمكن الإيداع. افتحها أولًا.</translation>
    </message>
    <message>
        <source>This account is closed or frozen for money that comes in. Choose another one.</source>
        <translation>هذا الحساب مغلق أو مجمّد أمام المبالغ الواردة. اختر حسابًا آخر.</translation>
    </message>
    <message>
        <source>The account that would get the money is closed or frozen.</source>
        <translation>الحساب الذي سيستلم المبلغ مغلق أو مجمّد.</translation>
    </message>
    <message>
        <source>You may not do this in this currency. Ask a supervisor.</source>
        <translation>لا يُسمح لك بهذا بهذه العملة. اسأل المشرف.</translation>
    </message>
    <message>
        <source>You may not take cash in this currency. Ask a supervisor.</source>
        <translation>لا يُسمح لك باستلام نقد بهذه العملة. اسأل المشرف.</translation>
    </message>
    <message>
        <source>Your till is not open in this currency. Open it first.</source>
        <translation>خزينتك غير مفتوحة بهذه العملة. افتحها أولًا.</translation>
    </message>
    <message>
        <source>Your till is open already, or is not settled yet. Close it first.</source>
        <translation>خزينتك مفتوحة بالفعل أو لم تُسوَّ بعد. أغلقها أولًا.</translation>
    </message>
    <message>
        <source>This till is not one that you can do this with. Look at the list of tills again.</source>
        <translation>لا يمكنك إجراء ذلك على هذه الخزينة. راجع قائمة الخزائن مرة أخرى.</translation>
    </message>
    <message>
        <source>This payment was not made, because its till was counted or closed meanwhile.</source>
        <translation>لم تتم هذه العملية، لأن خزينتها جُردت أو أُغلقت في الأثناء.</translation>
    </message>
    <message>
        <source>This count cannot be used. Type how many notes and coins there are of each.</source>
        <translation>لا يمكن استخدام هذا الجرد. اكتب عدد الأوراق والعملات من كل فئة.</translation>
    </message>
    <message>
        <source>There is not so much cash in the vault. Choose a smaller amount.</source>
        <translation>لا يوجد هذا القدر من النقد في الخزنة الرئيسية. اختر مبلغًا أقل.</translation>
    </message>
    <message>
        <source>There is not so much cash in the drawer. Fetch some from the vault, or choose a smaller amount.</source>
        <translation>لا يوجد هذا القدر من النقد في الدرج. احصل على نقد من الخزنة الرئيسية، أو اختر مبلغًا أقل.</translation>
    </message>
    <message>
        <source>This till was counted already, and a count is made once. Close it now.</source>
        <translation>جُردت هذه الخزينة بالفعل، والجرد يتم مرة واحدة. أغلقها الآن.</translation>
    </message>
    <message>
        <source>Cash at this till still waits for approval. Have it decided or cancel it, then count.</source>
        <translation>ما زالت عملية نقدية في هذه الخزينة بانتظار الموافقة. اطلب البت فيها أو ألغِها، ثم اجرد.</translation>
    </message>
    <message>
        <source>Count the drawer first.</source>
        <translation>اجرد الدرج أولًا.</translation>
    </message>
    <message>
        <source>Your count and the other one differ. Both of you count again.</source>
        <translation>جردك يختلف عن الجرد الآخر. ليُعِد كل منكما الجرد.</translation>
    </message>
    <message>
        <source>Somebody else has just changed this. What is shown now is new: look at it, and change it again.</source>
        <translation>غيَّر شخص آخر هذه القيم للتو. المعروض الآن جديد: راجعه ثم أعد التغيير.</translation>
    </message>
    <message>
        <source>The bank no longer has this rule. Look at the list again.</source>
        <translation>لم تعد هذه القاعدة موجودة في البنك. راجع القائمة مرة أخرى.</translation>
    </message>
    <message>
        <source>These figures do not fit together. A day&apos;s limit is at least that of one payment, a month&apos;s at least that of a day, and a fee&apos;s minimum is at most its maximum.</source>
        <translation>هذه القيم غير متوافقة. حد اليوم لا يقل عن حد الدفعة الواحدة، وحد الشهر لا يقل عن حد اليوم، والحد الأدنى للرسوم لا يزيد على حدها الأقصى.</translation>
    </message>
    <message>
        <source>This setting cannot have that value. Choose or type another one.</source>
        <translation>لا تصلح هذه القيمة لهذا الإعداد. اختر أو اكتب قيمة أخرى.</translation>
    </message>
    <message>
        <source>Type a part of the amount in per cent, from 0 to 100, with at most four decimals.</source>
        <translation>اكتب نسبة مئوية من المبلغ، من 0 إلى 100، بأربعة منازل عشرية على الأكثر.</translation>
    </message>
    <message>
        <source>Type whole hours, from 1 to 168.</source>
        <translation>اكتب عدد ساعات صحيحًا من 1 إلى 168.</translation>
    </message>
    <message>
        <source>Choose one of the time zones of the list: a part of the name finds it.</source>
        <translation>اختر توقيتًا من القائمة: جزء من الاسم يكفي للعثور عليه.</translation>
    </message>
    <message>
        <source>This payment was declined, so no money moved.</source>
        <translation>رُفضت هذه العملية، ولم ينتقل أي مبلغ.</translation>
    </message>
</context>
<context>
    <name>failure</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>The logs are in {folder}</source>
        <extracomment>Where no screen is shown, the guide opens at one of these.</extracomment>
        <translation>السجلات في {folder}</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>{who}, {note}</source>
        <translation>‏{who}، {note}</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>مخفي</translation>
    </message>
    <message>
        <source>balance {amount}</source>
        <translation>الرصيد {amount}</translation>
    </message>
    <message>
        <source>Transfer at the counter</source>
        <translation>تحويل عبر الشباك</translation>
    </message>
    <message>
        <source>Cash paid in</source>
        <translation>إيداع نقدي</translation>
    </message>
    <message>
        <source>Cash taken out</source>
        <translation>سحب نقدي</translation>
    </message>
    <message>
        <source>Cash corrected</source>
        <translation>تصحيح عملية نقدية</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>Of these the kind says it all: the other side is the bank.</extracomment>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>منفَّذ</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Ran out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>Not enough money</source>
        <extracomment>By failure code, short enough for a badge.</extracomment>
        <translation>الرصيد لا يكفي</translation>
    </message>
    <message>
        <source>Over the payment limit</source>
        <translation>يتجاوز حد العملية</translation>
    </message>
    <message>
        <source>Over the day&apos;s limit</source>
        <translation>يتجاوز الحد اليومي</translation>
    </message>
    <message>
        <source>Over the month&apos;s limit</source>
        <translation>يتجاوز الحد الشهري</translation>
    </message>
    <message>
        <source>Account frozen</source>
        <translation>الحساب مجمّد</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>الحساب مغلق</translation>
    </message>
    <message>
        <source>Payee cannot receive</source>
        <translation>المستفيد لا يمكنه الاستلام</translation>
    </message>
    <message>
        <source>Too little cash</source>
        <translation>النقد لا يكفي</translation>
    </message>
    <message>
        <source>Till closed</source>
        <translation>الخزينة مغلقة</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>لم تتم الموافقة</translation>
    </message>
    <message>
        <source>fee {fee}</source>
        <translation>رسوم {fee}</translation>
    </message>
    <message>
        <source>fee {fee} returned</source>
        <translation>ردّ رسوم {fee}</translation>
    </message>
    <message>
        <source>received {amount}</source>
        <translation>استلام {amount}</translation>
    </message>
    <message>
        <source>to pay {amount}</source>
        <translation>للدفع {amount}</translation>
    </message>
    <message>
        <source>not paid {amount}</source>
        <translation>لم يُدفع {amount}</translation>
    </message>
    <message>
        <source>paid {amount}</source>
        <translation>دفع {amount}</translation>
    </message>
    <message>
        <source>Transfer</source>
        <extracomment>lupdate finds these because the context is written out.</extracomment>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>{who}, {note}, {fee}</source>
        <translation>‏{who}، {note}، {fee}</translation>
    </message>
    <message>
        <source>{who}, {fee}</source>
        <translation>‏{who}، {fee}</translation>
    </message>
    <message>
        <source>no balance</source>
        <translation>لا رصيد</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>رسوم</translation>
    </message>
    <message>
        <source>Fee returned</source>
        <translation>رد الرسوم</translation>
    </message>
    <message>
        <source>Payments of a list</source>
        <translation>مدفوعات قائمة</translation>
    </message>
    <message>
        <source>Fee for a list of payments</source>
        <translation>رسوم قائمة مدفوعات</translation>
    </message>
    <message>
        <source>Payment taken back</source>
        <translation>عملية مستردّة</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>رصيد افتتاحي</translation>
    </message>
    <message>
        <source>Taken back: {who}</source>
        <translation>استرداد: {who}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>The money is held for this payment. It waits until {moment}.</source>
        <extracomment>lupdate finds these because the context is written out.</extracomment>
        <translation>المبلغ محجوز لهذا التحويل. ينتظر حتى {moment}.</translation>
    </message>
    <message>
        <source>The bank did not make this payment.</source>
        <translation>لم ينفّذ البنك هذا التحويل.</translation>
    </message>
    <message>
        <source>This payment was cancelled. No money was moved.</source>
        <translation>أُلغي هذا التحويل. لم يُخصم أي مبلغ.</translation>
    </message>
    <message>
        <source>This payment waited until {moment}. No money was moved.</source>
        <translation>انتظر هذا التحويل حتى {moment}. لم يُخصم أي مبلغ.</translation>
    </message>
    <message>
        <source>There was not enough money in this account.</source>
        <extracomment>By failure code; what a form says of them is about a payment that can still be changed.</extracomment>
        <translation>لم يكن في هذا الحساب رصيد كافٍ.</translation>
    </message>
    <message>
        <source>It was more than one payment may be.</source>
        <translation>كان المبلغ أكبر من الحد الأقصى للعملية الواحدة.</translation>
    </message>
    <message>
        <source>It was more than could still be paid on that day.</source>
        <translation>كان المبلغ أكبر مما تبقى من حد ذلك اليوم.</translation>
    </message>
    <message>
        <source>It was more than could still be paid in that month.</source>
        <translation>كان المبلغ أكبر مما تبقى من حد ذلك الشهر.</translation>
    </message>
    <message>
        <source>The bank had stopped this account&apos;s payments.</source>
        <translation>كان البنك قد أوقف مدفوعات هذا الحساب.</translation>
    </message>
    <message>
        <source>This account was closed by then.</source>
        <translation>كان هذا الحساب مغلقًا حينها.</translation>
    </message>
    <message>
        <source>The account that it was for could not receive money.</source>
        <translation>لم يكن بإمكان الحساب المستلِم استقبال أموال.</translation>
    </message>
    <message>
        <source>All dates</source>
        <extracomment>By the name that a test finds its button by. lupdate finds these because the context is written out.</extracomment>
        <translation>كل التواريخ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>هذا الشهر</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>الشهر الماضي</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>آخر 90 يومًا</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>هذا العام</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>العام الماضي</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>من {start} إلى {end}</translation>
    </message>
    <message>
        <source>From {start}</source>
        <translation>من {start}</translation>
    </message>
    <message>
        <source>Until {end}</source>
        <translation>حتى {end}</translation>
    </message>
</context>
<context>
    <name>notifications</name>
    <message>
        <source>You received {amount} from {who}</source>
        <extracomment>lupdate finds these because the context is written out.</extracomment>
        <translation>استلمت {amount} من {who}</translation>
    </message>
    <message>
        <source>You sent {amount} to {who}</source>
        <translation>حوّلت {amount} إلى {who}</translation>
    </message>
    <message>
        <source>You got {amount} back from {who}</source>
        <translation>استرددت {amount} من {who}</translation>
    </message>
    <message>
        <source>Your bank took {amount} back that you had from {who}</source>
        <translation>استرد البنك {amount} كنت قد استلمتها من {who}</translation>
    </message>
    <message>
        <source>Your payment of {amount} was not made: its time ran out</source>
        <translation>لم يُنفَّذ تحويلك بمبلغ {amount}: انتهت مهلته</translation>
    </message>
    <message>
        <source>Your payment of {amount} was cancelled</source>
        <translation>أُلغي تحويلك بمبلغ {amount}</translation>
    </message>
    <message>
        <source>Your payment of {amount} was not made</source>
        <translation>لم يُنفَّذ تحويلك بمبلغ {amount}</translation>
    </message>
    <message>
        <source>You paid in {amount} at the counter; your balance is {balance}</source>
        <translation>أودعت {amount} عند الشباك؛ رصيدك {balance}</translation>
    </message>
    <message>
        <source>You took out {amount} at the counter; your balance is {balance}</source>
        <translation>سحبت {amount} عند الشباك؛ رصيدك {balance}</translation>
    </message>
    <message>
        <source>A mistake of {amount} at the counter was corrected; your balance is {balance}</source>
        <translation>صُحِّح خطأ بمبلغ {amount} عند الشباك؛ رصيدك {balance}</translation>
    </message>
    <message>
        <source>Your {currency} account is open</source>
        <translation>تم فتح حسابك بعملة {currency}</translation>
    </message>
    <message>
        <source>Your account was frozen: {account}</source>
        <translation>تم تجميد حسابك: {account}</translation>
    </message>
    <message>
        <source>Your account is no longer frozen: {account}</source>
        <translation>تم رفع التجميد عن حسابك: {account}</translation>
    </message>
    <message>
        <source>Your account is closed: {account}</source>
        <translation>تم إغلاق حسابك: {account}</translation>
    </message>
    <message>
        <source>Payments from your account were stopped: {account}</source>
        <extracomment>What the bank has stopped -&gt; said; said with the time it ends.</extracomment>
        <translation>أُوقفت المدفوعات من حسابك: {account}</translation>
    </message>
    <message>
        <source>Payments from your account were stopped until {until}: {account}</source>
        <translation>أُوقفت المدفوعات من حسابك حتى {until}: {account}</translation>
    </message>
    <message>
        <source>Payments into your account were stopped: {account}</source>
        <translation>أُوقفت المدفوعات إلى حسابك: {account}</translation>
    </message>
    <message>
        <source>Payments into your account were stopped until {until}: {account}</source>
        <translation>أُوقفت المدفوعات إلى حسابك حتى {until}: {account}</translation>
    </message>
    <message>
        <source>Payments from and into your account were stopped: {account}</source>
        <translation>أُوقفت المدفوعات من حسابك وإليه: {account}</translation>
    </message>
    <message>
        <source>Payments from and into your account were stopped until {until}: {account}</source>
        <translation>أُوقفت المدفوعات من حسابك وإليه حتى {until}: {account}</translation>
    </message>
</context>
<context>
    <name>opening_reasons</name>
    <message>
        <source>Cash in</source>
        <extracomment>What the log takes.</extracomment>
        <translation>إيداع نقدي</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>سحب نقدي</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Question about an account</source>
        <translation>استفسار عن حساب</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>شكوى</translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>القيود</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>التحويلات</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>الإيداع النقدي</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>السحب النقدي</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>المرفوضة</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>المنتظرة الآن</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Till {number}, {teller}</source>
        <translation>الخزينة {number}، {teller}</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>الخزينة</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>الصرّاف</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>الرصيد الافتتاحي</translation>
    </message>
    <message>
        <source>In the drawer</source>
        <translation>في الدرج</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Drawers</source>
        <translation>الأدراج</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>Variances of tills</source>
        <translation>فروق الخزائن</translation>
    </message>
    <message>
        <source>The bank&apos;s own</source>
        <translation>حسابات البنك</translation>
    </message>
    <message>
        <source>Needs a supervisor</source>
        <translation>بانتظار المشرف</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلقة</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>مجرودة</translation>
    </message>
    <message>
        <source>Open since {day}</source>
        <translation>مفتوحة منذ {day}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>Opened {moment} with {amount}.</source>
        <translation>فُتحت {moment} برصيد {amount}.</translation>
    </message>
    <message>
        <source>Customers paid in {cash_in} and took out {cash_out}.</source>
        <translation>أودع العملاء {cash_in} وسحبوا {cash_out}.</translation>
    </message>
    <message>
        <source>Counted {counted}, and {expected} should have been there.</source>
        <translation>جُرد {counted}، وكان المفترض {expected}.</translation>
    </message>
    <message>
        <source>Reason: {reason}.</source>
        <translation>السبب: {reason}.</translation>
    </message>
    <message>
        <source>Closed {moment}.</source>
        <translation>أُغلقت {moment}.</translation>
    </message>
    <message>
        <source>The variance was accepted {moment}.</source>
        <translation>اعتُمد الفرق {moment}.</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>Page {number} of {count}</source>
        <translation>صفحة {number} من {count}</translation>
    </message>
    <message>
        <source>Made on {moment}</source>
        <extracomment>The bank&apos;s name: the same in every language.</extracomment>
        <translation>صدر في {moment}</translation>
    </message>
</context>
<context>
    <name>payee_choices</name>
    <message>
        <source>Own account, {iban}</source>
        <translation>حسابك، {iban}</translation>
    </message>
    <message>
        <source>Paid {day}</source>
        <translation>آخر تحويل {day}</translation>
    </message>
    <message>
        <source>{name}, {detail}</source>
        <translation>‏{name}، {detail}</translation>
    </message>
</context>
<context>
    <name>payment</name>
    <message>
        <source>{amount} to {payee}</source>
        <extracomment>The last group of a UUID: random in version 7, so it tells payments apart.</extracomment>
        <translation>{amount} إلى {payee}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>{name}, {iban}</source>
        <translation>‏{name}، {iban}</translation>
    </message>
</context>
<context>
    <name>receipt</name>
    <message>
        <source>Receipt for cash paid in</source>
        <translation>إيصال إيداع نقدي</translation>
    </message>
    <message>
        <source>Receipt for cash paid out</source>
        <translation>إيصال صرف نقدي</translation>
    </message>
    <message>
        <source>Receipt for a transfer</source>
        <translation>إيصال تحويل</translation>
    </message>
    <message>
        <source>Receipt for a correction</source>
        <translation>إيصال تصحيح</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>الإيصال {number}</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>نسخة</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>التاريخ والوقت</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>المستفيد</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Takes back receipt</source>
        <translation>يُلغي الإيصال</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>إثبات الهوية</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>الصرّاف</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Customer&apos;s signature</source>
        <translation>توقيع العميل</translation>
    </message>
    <message>
        <source>Teller&apos;s signature</source>
        <translation>توقيع الصرّاف</translation>
    </message>
    <message>
        <source>No receipt: not made</source>
        <translation>ليس إيصالًا: لم تُنفَّذ العملية</translation>
    </message>
    <message>
        <source>Cash in</source>
        <extracomment>lupdate finds these because the context is written out.</extracomment>
        <translation>إيداع نقدي</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>سحب نقدي</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>نُفِّذت</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>بانتظار الموافقة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>رُفضت</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغيت</translation>
    </message>
    <message>
        <source>Nobody approved it in time</source>
        <translation>لم يوافق عليها أحد في الوقت المحدد</translation>
    </message>
    <message>
        <source>{status}: {reason}</source>
        <translation>‏{status}: {reason}</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Works here as a teller</source>
        <extracomment>From then on seconds are counted.</extracomment>
        <translation>يعمل هنا صرافًا</translation>
    </message>
    <message>
        <source>Works here as a supervisor</source>
        <translation>يعمل هنا مشرفًا</translation>
    </message>
    <message>
        <source>Works here as an auditor</source>
        <translation>يعمل هنا مراجعًا</translation>
    </message>
    <message>
        <source>Works here as an administrator</source>
        <translation>يعمل هنا مديرًا للنظام</translation>
    </message>
</context>
<context>
    <name>saved_file</name>
    <message>
        <source>Saved {name}.</source>
        <translation>حُفظ {name}.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>عرض في المجلد</translation>
    </message>
</context>
<context>
    <name>saving</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>حفظ باسم</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>الخزينة</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>الموافقات</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Bulk payments</source>
        <translation>مدفوعات جماعية</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>الإدارة</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>استلام</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>slip</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>حسابك</translation>
    </message>
    <message>
        <source>Open Mini-InstaPay and sign in with this email.</source>
        <translation>افتح Mini-InstaPay وسجّل الدخول بهذا البريد الإلكتروني.</translation>
    </message>
    <message>
        <source>Type the one-time password as it stands above, with its dashes.</source>
        <translation>اكتب كلمة المرور كما هي أعلاه، مع الشرطات.</translation>
    </message>
    <message>
        <source>Choose a password of your own. This is asked at the first sign-in, before anything else.</source>
        <translation>اختر كلمة مرور خاصة بك. يُطلب ذلك عند أول تسجيل دخول، قبل أي شيء آخر.</translation>
    </message>
    <message>
        <source>Keep this slip to yourself until then. Nobody at the bank will ever ask you for it.</source>
        <translation>احتفظ بهذه القسيمة لنفسك حتى ذلك الحين. لن يطلبها منك أحد في البنك أبدًا.</translation>
    </message>
    <message>
        <source>Your first sign-in</source>
        <translation>أول تسجيل دخول لك</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>كلمة مرور لمرة واحدة</translation>
    </message>
    <message>
        <source>Made on {moment}</source>
        <translation>صدرت في {moment}</translation>
    </message>
</context>
<context>
    <name>statement</name>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>الرصيد</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Waits until</source>
        <translation>معلّق حتى</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>رقم الآيبان</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>منفَّذ</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Ran out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>Account</source>
        <extracomment>What one system or another forbids in the name of a file.</extracomment>
        <translation>حساب</translation>
    </message>
    <message>
        <source>{account} {first} to {last}</source>
        <translation>{account} من {first} إلى {last}</translation>
    </message>
    <message>
        <source>No payments in this period.</source>
        <translation>لا توجد عمليات في هذه الفترة.</translation>
    </message>
    <message>
        <source>Total of these lines</source>
        <translation>إجمالي هذه السطور</translation>
    </message>
    <message>
        <source>Waiting, not yet taken from the balance</source>
        <translation>معلّق، لم يُخصم بعد من الرصيد</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>صاحب الحساب</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Only with</source>
        <translation>تتضمن فقط</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>من {first} إلى {last}</translation>
    </message>
    <message>
        <source>No money moved by these payments.</source>
        <translation>لم تحرّك هذه العمليات أي مبلغ.</translation>
    </message>
    <message>
        <source>This is a selection: other payments of this period are left out, so that the lines have no balance after them.</source>
        <translation>هذا جزء مختار: استُبعدت عمليات أخرى من هذه الفترة، ولذلك لا رصيد بعد كل سطر.</translation>
    </message>
    <message>
        <source>{account}, {iban}</source>
        <translation>‏{account}، {iban}</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>الرصيد الافتتاحي</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>وارد</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>صادر</translation>
    </message>
    <message>
        <source>Closing balance</source>
        <translation>الرصيد الختامي</translation>
    </message>
    <message>
        <source>Account statement</source>
        <translation>كشف حساب</translation>
    </message>
    <message>
        <source>Account statement, money in only</source>
        <translation>كشف حساب، الوارد فقط</translation>
    </message>
    <message>
        <source>Account statement, money out only</source>
        <translation>كشف حساب، الصادر فقط</translation>
    </message>
    <message>
        <source>Payments that were not made</source>
        <translation>تحويلات لم تُنفَّذ</translation>
    </message>
    <message>
        <source>Money in only</source>
        <translation>الوارد فقط</translation>
    </message>
    <message>
        <source>Money out only</source>
        <translation>الصادر فقط</translation>
    </message>
    <message>
        <source>Only payments that were not made</source>
        <translation>التحويلات التي لم تُنفَّذ فقط</translation>
    </message>
    <message>
        <source>{account}, {first} to {last}</source>
        <translation>{account}، من {first} إلى {last}</translation>
    </message>
    <message>
        <source>Only with “{text}”</source>
        <translation>تتضمن “{text}” فقط</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>سبب عدم التنفيذ</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>صادر</translation>
    </message>
    <message>
        <source>In</source>
        <translation>وارد</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>{what} (waits until {moment})</source>
        <translation>{what} (معلّق حتى {moment})</translation>
    </message>
</context>
<context>
    <name>till</name>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>الخزينة</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>الصرّاف</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>القسيمة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>رقم آيبان</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>المستفيد</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>إثبات الهوية</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>Till {number} {currency} {day}</source>
        <translation>خزينة {number} {currency} {day}</translation>
    </message>
    <message>
        <source>Day&apos;s sheet of a till</source>
        <extracomment>From the words of a sum to the end of its figure: near enough to be read across.</extracomment>
        <translation>كشف يوم الخزينة</translation>
    </message>
    <message>
        <source>Totals in {currency}</source>
        <translation>الإجماليات بعملة {currency}</translation>
    </message>
    <message>
        <source>Counted, by notes and coins</source>
        <translation>الجرد حسب الفئات</translation>
    </message>
    <message>
        <source>{pieces} of {denomination}</source>
        <translation>{pieces} من فئة {denomination}</translation>
    </message>
    <message>
        <source>The drawer was empty.</source>
        <translation>كان الدرج فارغًا.</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>القسائم</translation>
    </message>
    <message>
        <source>Nothing was done at this till.</source>
        <translation>لم تُجرَ أي عملية في هذه الخزينة.</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>المشرف</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>فُتحت</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>أُغلقت</translation>
    </message>
    <message>
        <source>not closed yet</source>
        <translation>لم تُغلق بعد</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>سبب الفرق</translation>
    </message>
    <message>
        <source>{name}, {moment}</source>
        <translation>{name}، {moment}</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>اعتمد الفرق</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>لا أحد بعد</translation>
    </message>
    <message>
        <source>{till}, {day}</source>
        <translation>{till}، {day}</translation>
    </message>
    <message>
        <source>No.</source>
        <extracomment>Head, place and width of each column; the last one has figures.</extracomment>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Customer and identification</source>
        <translation>العميل وإثبات الهوية</translation>
    </message>
    <message>
        <source>{payer} to {payee}</source>
        <translation>من {payer} إلى {payee}</translation>
    </message>
    <message>
        <source>{what}, {more}</source>
        <translation>{what}، {more}</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>رصيد الافتتاح</translation>
    </message>
    <message>
        <source>Taken over from another till</source>
        <translation>مستلم من خزينة أخرى</translation>
    </message>
    <message>
        <source>Cash in</source>
        <translation>إيداع نقدي</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>سحب نقدي</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>تصحيحات</translation>
    </message>
    <message>
        <source>From the vault</source>
        <translation>من الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>To the vault</source>
        <translation>إلى الخزنة الرئيسية</translation>
    </message>
    <message>
        <source>Should be in the drawer</source>
        <translation>المفترض في الدرج</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>المجرود</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what} ({count})</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>بانتظار الموافقة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تمت</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Ran out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>معلّقة</translation>
    </message>
    <message>
        <source>{kind}, {customer}</source>
        <translation>{kind}، {customer}</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>صُححت</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>رُفضت</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تمت الموافقة</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>لا فرق</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>زيادة {amount}</translation>
    </message>
    <message>
        <source>{amount} too little</source>
        <translation>عجز {amount}</translation>
    </message>
    <message>
        <source>Till {number}, {currency}</source>
        <translation>الخزينة {number}، {currency}</translation>
    </message>
</context>
</TS>
