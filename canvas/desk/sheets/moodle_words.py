"""How the columns of a Moodle worksheet are called in some languages; the others are found by their place."""

from __future__ import annotations

GRADE = frozenset(
    "grade|bewertung|calificación|note|valutazione|avaliação|nota|cijfer|ocena|оценка|оцінка|成绩|評分|成績|评分|評点|"
    "not|betyg|karakter|známka|hodnocení|arvosana|βαθμός|qualificació|osztályzat|الدرجة|ציון|điểm|nilai".split("|")
)
MAXIMUM = frozenset(
    "maximum grade|bestwertung|calificación máxima|note maximale|valutazione massima|avaliação máxima|nota máxima|"
    "maximumcijfer|最高分|最高成绩|最大評点|maksimum not|maxbetyg|nejvyšší známka|максимальная оценка".split("|")
)
SCALE = frozenset("scale|skala|escala|barème|échelle|scala|schaal|шкала|等级|尺度".split("|"))
COMMENT = frozenset(
    "feedback comments|feedback als kommentar|comentarios de retroalimentación|commentaires|"
    "commentaires de feedback|commenti di feedback|comentários de feedback|comentários|feedbackopmerkingen|"
    "反馈评语|フィードバックコメント|återkopplingskommentarer|отзыв в виде комментария".split("|")
)
GROUP = frozenset(
    "group|gruppe|grupo|groupe|gruppo|groep|группа|小组|群組|グループ|grup|grupp|skupina|ryhmä".split("|")
)
FULL_NAME = frozenset(
    "full name|vollständiger name|nombre completo|nom complet|nome completo|nome|volledige naam|полное имя|全名|"
    "姓名|氏名|ad soyad|tam adı".split("|")
)
MAY_CHANGE = frozenset(
    "grade can be changed|bewertung kann geändert werden|la calificación puede ser cambiada|"
    "la note peut être modifiée|la valutazione può essere modificata|成绩可修改".split("|")
)
YES = frozenset("yes|ja|sí|si|oui|sì|sim|tak|да|так|是|はい|evet|ano|kyllä|ναι|igen|نعم|כן".split("|"))
NO = frozenset("no|nein|non|não|nee|nie|нет|ні|否|いいえ|hayır|nej|nei|ne|ei|όχι|nem|لا|לא".split("|"))
