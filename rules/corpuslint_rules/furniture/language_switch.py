"""A language's own name alone on a line: the switch to the page's other version.

No English text holds a line that is only "한국어" or "Français | Deutsch". One such line also makes tools take the
text for another language than its own.

Bad:

    한국어
    English | Français | Deutsch
    Español
    EN / 日本語 / 中文
    العربية

Good:

    She reads 한국어 and 日本語.
    English
    Deutsch was the only word he understood.
    French, German and Italian

Known false alarms: a table of languages.
"""

from corpuslint import Pattern, RemoveLine

_OWN_NAME = (
    "한국어|조선말|日本語|中文|简体中文|繁體中文|繁体中文|简体|繁體|中文版|中文网|中文網|Français|Deutsch|Español|Italiano|"
    "Português(?:\\s\\((?:Brasil|Portugal)\\))?|Nederlands|Svenska|Norsk(?:\\s(?:bokmål|nynorsk))?|Dansk|Suomi|Íslenska|"
    "Polski|Čeština|Slovenčina|Slovenščina|Hrvatski|Srpski|Magyar|Română|Български|Русский|Українська|Српски|Македонски|"
    "Беларуская|Қазақша|Ελληνικά|Türkçe|Tiếng\\sViệt|Bahasa\\s(?:Indonesia|Melayu)|Filipino|Kiswahili|Català|Euskara|"
    "Galego|Eesti|Latviešu|Lietuvių|Shqip|العربية|عربي|عربى|فارسی|اردو|עברית|हिन्दी|हिंदी|বাংলা|தமிழ்|తెలుగు|ગુજરાતી|ਪੰਜਾਬੀ|"
    "ไทย|ภาษาไทย|မြန်မာ|ខ្មែរ|ລາວ|ქართული|Հայերեն|नेपाली|සිංහල|മലയാളം|ಕನ್ನಡ|मराठी"
)
_OTHER = "English(?:\\s\\((?:US|UK)\\))?|EN|Language|Languages|Select\\sLanguage"

RULE = Pattern(
    code="BP110",
    name="language-switch",
    doc=__doc__,
    message="language switch: {match}",
    pattern=(
        rf"^(?!\W*[\"'“‘«])\W{{0,6}}(?:(?:{_OTHER})\b[^\w\"'“”.!?]{{1,6}}){{0,3}}"
        rf"(?i:{_OWN_NAME})(?:[^\w\"'“”.!?]{{1,6}}(?i:{_OWN_NAME}|{_OTHER}|in\senglish)){{0,60}}[^\w.!?\"'”]{{0,6}}$"
    ),
    triggers=(rf"(?i:{_OWN_NAME})",),
    fix=RemoveLine(),
)
