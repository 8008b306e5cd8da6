"""TD: notices in many wordings, and texts that only look like them."""

from __future__ import annotations

import pytest

from corpuslint.linter import linter_for

LINTER = linter_for(select=["TD"])

NOTICES = {
    "TD101": """
        The mentioned source may contact us for remove or change this story
        If you are the copyright owner of this article and would like it removed, please contact us.
        If you are the original creator and don't want your work to appear on this page, email us and we will delete it.
        All images belong to their owners. If you own an image and wish it to be removed, please let us know.
        Publisher may ask for remove the article by contact us.
        Note: if you want us to remove this article kindly email us at info@news.example
        For removal of this content contact: webmaster@site.example
        If this post violates your copyright, please inform us and we will remove it within 24 hours.
        If any image offends you, kindly mail us, we will remove it.
        If you have any objection about this news, mail us to delete it.
        To request the removal of this article, please use the contact form.
        This content was collected from the internet; should it infringe your rights, notify us and it will be deleted.
        Owners of materials may contact the administration of the site to have their texts deleted.
        If there is any infringement of rights, please contact the webmaster for deletion.
        Please contact to us if you find this image copyrighted, we'll take it down.
        Want this page taken down? Write to takedown@mirror.example.
        If you’re the author and you want us to take this post down, get in touch.
        EMAIL US IF YOU WANT YOUR PHOTO REMOVED FROM THIS BLOG.
        We will remove any picture upon request of the photographer.
        Credit to the owner (dm for removal)
        Any article can be removed at the request of its copyright holder.
        Rights holders who object to the publication of their text may email us, and we'll pull it down.
        Should the owner of this video request deletion, he may message us and the video is deleted at once.
    """,
    "TD102": """
        This article was originally published on The Harbour Post.
        This piece first appeared in Valley Review and is posted here by its author.
        Originally published at www.valleyreview.example
        First published by Open Coast, 4 May 2019
        This story has been republished from Lake News.
        Reproduced with the kind permission of the Valley Trust.
        (Reprinted by permission.)
        Republished under a Creative Commons licence.
        The post How to mend a net appeared first on Harbour Life.
        Read the original article here.
        Original source: https://valley.example/nets
        This content was provided by Coast Wire.
    """,
    "TD103": """
        If you believe that your copyrighted work has been infringed, please notify our team in writing.
        If you think something on this site violates your copyright, contact us.
        Please send DMCA notices to our copyright agent.
        No copyright infringement intended!
        We do not own the rights to any of the clips shown.
        Copyright infringement notice
    """,
    "TD104": """
        Sources: 1. https://a.example/x 2. https://b.example/y
        Source links: https://a.example/x | https://b.example/y
        The talks ended on Monday. Sources used: www.a.example/x; www.b.example/y
    """,
    "TD105": """
        This text was machine translated and has not been checked.
        This page has been translated automatically from German.
        Translated from Russian by DeepL.
        Machine translation
        This is an automatic translation of the original page.
        These documents are machine translations and may be wrong.
        In the event of any inconsistency, the English version shall prevail.
        This story was translated with the help of AI.
    """,
    "TD106": """
        The views expressed in this article are those of the author alone.
        Opinions expressed here do not necessarily represent those of the magazine.
        Disclaimer: The views and opinions expressed above are the author's own.
        (Views expressed are personal)
        The material on this site is provided for general informational purposes only.
        For entertainment purposes only.
        This content is not intended as investment or legal advice.
        This is not financial advice.
        Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.
        The publisher accepts no liability for errors in this report.
        We do not guarantee the accuracy of the data.
    """,
}

NEAR_MISSES = """
    The court ordered the newspaper to remove the article within 48 hours.
    The platform removed the post after users contacted the company to complain.
    The site said it would take down the video at the request of the police.
    Residents can contact the council to remove graffiti from their walls.
    Contact us to remove junk, rubble or garden waste from your property.
    Read this article first, then contact us to remove mould from your walls.
    To be removed from our mailing list, contact us at list@shop.example.
    If you want to delete your account, email us and we will do it.
    "People email us to delete this article or that photo every day," the editor said.
    He asked the museum to take down the picture and contact the heirs.
    The author let us know that her story had been deleted by mistake.
    The owner contacted us to say that the photo was his.
    The engine receives millions of requests to remove content under the DMCA every week.
    The law lets owners send a notice to have infringing material taken down.
    If you have a story, contact us. We never delete a tip.
    Contact us for more information about this article.
    You can remove the image by pressing Delete and then email the file to a colleague.
    The page you requested has been moved or deleted. Please contact us.
    The surgeon will remove the bullet on request of the family.
    Let us know if the stain in the picture was removed by the cleaner.
    Contact us for removals and storage in the whole county.
    The novel was first published in London in 1921.
    Originally published in 1902, the guide has never been out of print.
    First published in The Strand, the tale was soon translated into nine languages.
    This article was first published on 7 May 2020 and was updated in June.
    The story first appeared in a small paper, and few believed it.
    The source: a spring under the chapel.
    Their source was an official in the ministry.
    The post office first opened on Main Street.
    The band sued the studio, saying that the film infringed its copyright.
    A jury found that no copyright was violated.
    The DMCA shields sites that react to complaints.
    He does not own the rights to his first three records.
    Sources close to the talks pointed to https://talks.example for the text.
    Sources: the ministry; the union; two witnesses.
    The novel was translated from Spanish by Edith Grossman.
    The leaflet had been translated by a computer program, and nobody could follow it.
    The automatic translation of weather reports began in Canada in the 1970s.
    The court will prevail upon the parties to settle.
    The mayor said the views expressed at the rally did not reflect those of the town.
    Her reasons are personal, she told reporters.
    The animals are bred for research purposes.
    Voters do not necessarily reflect on every promise.
    He gave her legal advice and a lift to the station.
    The ministry was not liable for the errors of its contractor.
    The bank gave no guarantees that the plan would work.
"""


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


@pytest.mark.parametrize(("code", "notice"), [(code, line) for code in NOTICES for line in lines(NOTICES[code])])
def test_notice_is_found(code: str, notice: str) -> None:
    assert code in {finding.code for finding in LINTER.lint(notice)}


@pytest.mark.parametrize("text", lines(NEAR_MISSES))
def test_near_miss_is_left_alone(text: str) -> None:
    assert [finding.message for finding in LINTER.lint(text)] == []


def test_removal_notice_is_no_copyright_complaint_too() -> None:
    notice = "If you believe this post infringes your copyright, contact us and we will remove it."
    assert [finding.code for finding in LINTER.lint(notice)] == ["TD101"]


def test_notices_between_news_are_found_where_they_stand() -> None:
    text = (
        "The talks ended on Monday.\n\n"
        "Sources 1/ https://a.example/ 2/ https://b.example/x The source can email us to delete this text"
    )
    assert [(f.code, f.line) for f in LINTER.lint(text)] == [("TD104", 3), ("TD101", 3)]


def test_source_line_is_found_below_a_text_but_is_no_headline() -> None:
    assert [f.code for f in LINTER.lint("The talks ended on Monday.\n\nSource: Valley News Agency")] == ["TD102"]
    assert LINTER.lint("Source: Valley Mayor Resigns\n\nThe mayor said so on Monday.") == []
