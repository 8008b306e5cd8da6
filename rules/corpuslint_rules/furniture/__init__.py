"""BP: page furniture, left over from around the text."""

from corpuslint_rules.furniture import (
    advertisement_marker,
    call_to_action,
    comment_prompt,
    copyright_footer,
    date_or_byline_stamp,
    form_or_search,
    furniture_run,
    language_switch,
    markup_leftover,
    metadata_leak,
    navigation,
    newsletter_prompt,
    photo_credit,
    related_stories,
    repeated_line,
    share_widget,
)

RULES = [
    navigation.RULE,
    share_widget.RULE,
    comment_prompt.RULE,
    newsletter_prompt.RULE,
    related_stories.RULE,
    advertisement_marker.RULE,
    copyright_footer.RULE,
    photo_credit.RULE,
    date_or_byline_stamp.RULE,
    language_switch.RULE,
    metadata_leak.RULE,
    repeated_line.RULE,
    furniture_run.RULE,
    form_or_search.RULE,
    call_to_action.RULE,
    markup_leftover.RULE,
]
