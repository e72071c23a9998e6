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
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
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
    <name>CardList</name>
    <message>
        <source>Your accounts</source>
        <translation>حساباتك</translation>
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
        <extracomment>The name of one that was just added, to be chosen as soon as it is listed.</extracomment>
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
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
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
        <extracomment>Room for the review button&apos;s busy words and their spinner, in logical pixels.</extracomment>
        <translation>مراج&amp;عة</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
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
    <name>Drawer</name>
    <message>
        <source>Close (Esc)</source>
        <extracomment>How long it slides, ms; short enough not to be waited for. What it leaves free of the page at least, in logical pixels.</extracomment>
        <translation>إغلاق (Esc)</translation>
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
        <extracomment>Longer than any export takes: it is ended by its person, not by a clock. Looking for printers is asking the system&apos;s print service. A radio button&apos;s ring with its gap, as the style sheet has them, in logical pixels.</extracomment>
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
    <message>
        <source>Pr&amp;int…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;حفظ…</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>ا&amp;ستبداله</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>حفظ باسم</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} موجود بالفعل.</translation>
    </message>
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
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>تم حفظ {name}.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>عرض في المجلد</translation>
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
    <name>GuideWindow</name>
    <message>
        <source>Guide to Mini-InstaPay</source>
        <translation>دليل Mini-InstaPay</translation>
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
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Nothing here for your role yet</source>
        <translation>لا يوجد شيء هنا لدورك بعد</translation>
    </message>
    <message>
        <source>Your notifications are in the side bar.</source>
        <translation>تجد إشعاراتك في الشريط الجانبي.</translation>
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
        <source>You received</source>
        <translation>استلمت</translation>
    </message>
    <message>
        <source>You paid</source>
        <translation>إجمالي ما دفعته</translation>
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
    <name>MoneyLabel</name>
    <message>
        <source>hidden</source>
        <extracomment>Sizes of integer and decimals, from the largest: a fortune is set smaller, never cut off.</extracomment>
        <translation>مخفي</translation>
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
        <extracomment>Convention 5 of the design: anything over 300 ms shows that it works.</extracomment>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>NavItem</name>
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
        <extracomment>How many characters before the end it begins to count them down. Longer than a note may be: what is too long is said, not silently cut off.</extracomment>
        <translation>الأحرف المتبقية: {count}</translation>
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
        <extracomment>More unread notices than this take another press of the button.</extracomment>
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
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>OpenedLine</name>
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
        <extracomment>So long a pause ends a word: ask the bank then, not at each letter. Longer than any address and any IBAN with blanks; the rest of a paste is cut off. Put in by a screen, not typed. Who is to be chosen as soon as choices are there: a draft&apos;s.</extracomment>
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
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
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
    <name>ReviewDialog</name>
    <message>
        <source>Review the payment</source>
        <extracomment>Send waits so long: the second half of a double click on Review must not send.</extracomment>
        <translation>مراجعة التحويل</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>&amp;Send {amount}</source>
        <translation>&amp;تحويل {amount}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Your &amp;password, to confirm it is you</source>
        <translation>&amp;كلمة المرور، للتأكد من هويتك</translation>
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
    <name>SearchEdit</name>
    <message>
        <source>Clear (Esc)</source>
        <extracomment>From the field&apos;s edge to its icon, in logical pixels.</extracomment>
        <translation>مسح (Esc)</translation>
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
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
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
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
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
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>{name} is one of your contacts now.</source>
        <translation>أُضيف {name} إلى جهات الاتصال.</translation>
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
        <source>Guide</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
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
        <source>This payment was declined, so no money moved.</source>
        <translation>رُفضت هذه العملية، ولم ينتقل أي مبلغ.</translation>
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
    <name>screens</name>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
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
        <extracomment>The bank&apos;s name: the same in every language.</extracomment>
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
        <source>Made on {moment}</source>
        <translation>صدر في {moment}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>صفحة {number} من {count}</translation>
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
</TS>
