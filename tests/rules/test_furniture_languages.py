"""Lines of page furniture in other languages are found in texts in them, and sentences on the same are not."""

from __future__ import annotations

import pytest

from corpuslint import Linter, Settings
from corpuslint.plugins import load_rules
from corpuslint.rule import Phrases

LINES = {
    "de": ("Zum Hauptinhalt springen", "Artikel drucken", "Kommentar schreiben", "Verwandte Artikel"),
    "fr": ("Aller au contenu", "Laisser un commentaire", "Articles similaires"),
    "es": ("Volver arriba", "Compartir en Facebook", "Noticias relacionadas"),
    "pt": ("Voltar ao topo", "Partilhar no Facebook", "Deixe um comentário", "Leia também", "Busca avançada"),
    "it": ("Vai al contenuto", "Condividi su WhatsApp", "Lascia un commento", "Articoli correlati", "Cerca nel sito"),
    "nl": ("Ga naar de inhoud", "Deel dit artikel", "Geef een reactie", "Lees ook", "Advertentie"),
    "pl": ("Przejdź do treści", "Udostępnij artykuł", "Dodaj komentarz", "Podobne artykuły", "Kup teraz"),
    "ru": ("Перейти к содержанию", "Скопировать ссылку", "Оставить комментарий", "Читайте также", "Поиск по сайту"),
    "ja": ("ページトップへ", "リンクをコピー", "コメントを残す", "関連記事", "サイト内検索"),
    "ko": ("본문 바로가기", "링크 복사", "댓글 쓰기", "관련 기사", "뉴스레터 구독하기"),
    "zh": ("返回顶部", "分享到微信", "发表评论", "相关文章", "加入购物车"),
}
SENTENCES = {
    "de": "Wer einen Kommentar schreiben will, sagte der Redakteur, muss den Artikel vorher ganz gelesen haben.",
    "pt": "O ministro deixou um comentário breve antes de voltar ao topo da lista dos candidatos do partido.",
    "it": "Il sindaco ha detto che lascia un commento solo chi ha letto tutti gli articoli sulla nuova strada.",
    "nl": "De minister wilde geen reactie geven op de advertentie die de partij in de krant had gezet.",
    "pl": "Rzecznik nie chciał dodać komentarza, a podobne artykuły ukazały się potem w kilku innych gazetach.",
    "ru": "Депутат отказался оставить комментарий и посоветовал читать также письма избирателей его округа.",
    "ja": "記者が関連記事を読み返したところ、市長は会見でコメントを残すことなく会場を後にしていた。",
    "ko": "기자가 관련 기사를 다시 읽어 보니 시장은 아무 댓글도 쓰지 않고 회의장을 떠난 것으로 나타났다.",
    "zh": "记者重新阅读了相关文章后发现，市长没有发表评论就离开了会场，也没有回答任何问题。",
}
RULES = [rule for rule in load_rules(()) if rule.code.startswith("BP") and isinstance(rule, Phrases)]


def found(text: str, language: str) -> set[str]:
    linter = Linter(Settings(language=language), RULES)
    return {text.split("\n")[finding.line - 1] for finding in linter.lint(text)}


@pytest.mark.parametrize("language", LINES)
def test_whole_lines_are_found(language: str) -> None:
    assert set(LINES[language]) - found("\n\n".join(LINES[language]), language) == set()


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_are_not(language: str) -> None:
    assert found(SENTENCES[language], language) == set()
