"""What chat assistants say to their users, and the marks that they and their interfaces write."""

_VERSION = (
    r"(?:version|draft|rewrite|rewording|summary|essay|article|outline|paragraph|translation|breakdown|overview"
    r"|template|text|response|email|letter|list|table)"
)
_REVISED = (
    r"(?:revised|rewritten|reworded|polished|improved|expanded|condensed|paraphrased|refined|shortened|corrected"
    r"|edited)"
)
_OFFERED = (
    r"(?:expand|revise|adjust|refine|elaborate|rewrite|rephrase|shorten|condense|tailor|modify|summari[sz]e|translate"
    r"|reformat|convert|draft|generate|add (?:more|any|further|a|an)|provide (?:more|additional|further|a)"
    r"|create|include|continue|proceed|format|turn (?:this|it)|explain|prepare|write|suggest|compare|simplify|polish)"
)
_YEAR = r"(?:19|20)\d\d"

SAID = (
    r"\bas an? (?:AI|artificial intelligence|large language model)(?: (?:language )?(?:model|assistant|chatbot))?"
    r"(?: (?:developed|created|trained|made) by \w+)?,? (?:I|my)\b",
    r"\bI(?:['’]m| am) (?:just |only )?an? (?:AI|artificial intelligence|(?:large )?language model)\b",
    r"\bmy (?:last |latest |most recent )?(?:knowledge|training)(?: data)? ?(?:update|cut-? ?off)\b",
    r"\b(?:as of|up to|until|since) my (?:last|latest|most recent) (?:training|update|knowledge)\b",
    r"\bI (?:do not|don['’]t|cannot|can['’]t) (?:have (?:access to )?(?:real-time|up-to-date)"
    r"|browse the (?:internet|web))",
    r"\bI (?:do not|don['’]t) have personal (?:opinions|experiences|beliefs|feelings)\b",
    r"\bI(?:['’]m| am) (?:sorry|afraid),? (?:but )?I (?:can['’]t|cannot|am unable to|am not able to)"
    r" (?:assist|help|fulfil|comply|provide|generate|create|continue)\b",
    r"\bI (?:can['’]t|cannot|am unable to) (?:fulfil+|complete|comply with) (?:that|this|your|the) request\b",
    r"(?:^|(?<=[.!?] ))(?:certainly|absolutely|of course|sure(?: thing)?)!"
    r" (?:here(?:['’]s| is| are)|below (?:is|are)|I['’](?:ll|d|m)|I (?:can|will|would|am)|let['’]s)\b",
    r"(?:^|(?<=[.!?] ))(?:certainly|absolutely|of course|sure), here(?:['’]s| is| are) (?:an?|the|your|some)"
    rf" (?:{_REVISED} )?{_VERSION}\b",
    rf"\bhere(?:['’]s| is) (?:an?|the|your) (?:{_REVISED},? ){{1,3}}{_VERSION}\b(?=[^.\n]{{0,80}}:)",
    rf"\bbelow is (?:an?|the|your) (?:{_REVISED},? ){{1,3}}(?:\w+ )?{_VERSION}\b(?=[^.\n]{{0,80}}:)",
    rf"\bbelow is (?:an?|the) (?:\w+ ){{1,2}}{_VERSION} based on (?:the )?(?:available|provided) \w+",
    rf"\bwould you like me to {_OFFERED}\b",
    r"\b(?:let me know|just say the word|tell me) if you(?:['’]d| would) (?:like|prefer)"
    rf" (?:me to {_OFFERED}|any (?:further )?(?:changes|adjustments|revisions|modifications))",
    r"\bfeel free to (?:adjust|modify|customi[sz]e|tailor|edit) (?:this|it|the)\b"
    r"[^.\n]{0,30}\bto (?:suit|fit|match|better)\b",
    r"\bI hope this (?:helps|information helps|is helpful)[!.] (?:let me know|if you|feel free|please let)\b",
    r"\bI hope this (?:message|email|letter|note) finds you well\b",
    r"\b(?:in|on|from) the (?:provided|available) search results\b",
    r"\b(?:in|on|from) the provided (?:sources?|text|context|documents?|excerpts?)\b",
    r"\bwhile (?:specific|detailed) (?:details|information) (?:about|on|regarding)\b"
    r"[^.\n]{0,80}\b(?:is|are) (?:limited|not (?:widely|readily|extensively))\b",
    r"\bno (?:significant|major|notable|widely reported|publicly known)\b[^.\n]{3,90}"
    r"\b(?:has|have) been (?:publicly |widely )?(?:documented|reported|disclosed|recorded)"
    rf" as of (?:\w+ )?{_YEAR}\b",
    r"\b(?:adheres?|conforms?|compl(?:y|ies)) (?:to|with) Wikipedia['’]s\b",
    r"^subject:[^\n]{0,60}\b(?:edit request|wikipedia)\b",
    r"\b(?:Claude|ChatGPT|Gemini|Copilot|the assistant) (?:always|never|uses|should|avoids|does not)\b"
    r"[^.\n]{0,60}\b(?:Markdown|bullet points|the user)\b",
    r"\bI apologi[sz]e for (?:the|any|my)"
    r" (?:confusion|error|oversight|mistake|inconvenience) in my (?:previous|last|earlier)"
    r" (?:response|answer|message|reply)\b",
    r"\bas a (?:large )?language model (?:trained|created|developed|made) by \w+",
    r"\bmy training data (?:only )?(?:goes|extends|includes|ends|runs|stops|is|was|does)\b",
    r"\b(?:as of|up to|before|since|after) (?:my|the model['’]s)"
    r" (?:\w+ )?(?:knowledge|training) ?(?:data )?cut-?\s?off\b",
    r"\bI (?:do not|don['’]t) have (?:the ability|the capability|real-time access|direct access|access)"
    r" to (?:browse|real-time|current|live|the internet|external|view|open|personal)\b",
    r"\bI(?:['’]m| am) (?:unable|not able|not programmed|not designed) to"
    r" (?:browse|generate|fulfil+ (?:that|this|your)|provide"
    r" (?:real-time|personal|that)|access (?:real-time|external|the internet))\b",
    r"\b(?:goes|is) against my (?:programming|guidelines|content polic\w+)\b",
    r"\bviolates? (?:my|OpenAI['’]s) (?:content|use|usage|safety)? ?(?:polic(?:y|ies)|guidelines)\b",
    r"\bthis (?:response|text|article|content|answer|essay) (?:was|is|has been) (?:generated|written|created)"
    r" (?:by|with|using) (?:ChatGPT|Claude|Gemini|Copilot|an AI (?:language model|assistant|chatbot))\b",
    r"(?:^|(?<=[.!?] ))(?:sure|certainly|of course|absolutely)[,!] I(?:['’]d be (?:happy|glad) to| can| will|['’]ll)"
    r" (?:help|assist|provide|write|create|rewrite|draft|summari[sz]e|explain|generate)\b",
    r"(?:^|(?<=[.!?] ))I(?:['’]ve| have)"
    r" (?:revised|rewritten|reworded|rephrased|polished|condensed|expanded|restructured"
    r"|incorporated|proofread) (?:the|your|this)"
    r" (?:text|draft|article|essay|paragraph|section|passage|letter|email|content)\b",
    r"\bthis (?:draft|article|version|revision|rewrite|text) (?:maintains|keeps|ensures|preserves|adopts|uses) an?"
    r" (?:neutral|formal|professional|encyclop[ae]+dic|objective|balanced)(?:,? \w+){0,3}"
    r" (?:tone|style|point of view)\b",
    r"\bif you(?:['’]d like| would like| want| prefer| wish),? I can (?:also )?"
    rf"(?:{_OFFERED}|help (?:you )?|make|give you|tailor|put together)\b",
    r"\bI can (?:also )?(?:provide|create|draft|expand|tailor|adjust|generate|rewrite|refine)\b[^.\n]{0,60}"
    r"\bif (?:you(?:['’]d| would) like|needed|you want|you prefer|you wish)\b",
    rf"\b(?:do you want me to|shall I|want me to) {_OFFERED}\b[^.\n?]{{0,80}}\?",
    r"\blet me know which (?:one|version|option|style|format) (?:you(?:['’]d| would)?"
    r" (?:like|prefer)|works|fits|suits)\b",
    r"\blet me know if you (?:need|want|have) (?:any )?(?:further |more |other |additional )?"
    r"(?:adjustments|revisions|modifications|edits|tweaks|refinements|changes to"
    r" (?:the|this) (?:text|draft|article))\b",
    r"\bis there anything else (?:you(?:['’]d| would) like me to|I can (?:help|assist) you with)\b",
    r"\bI hope this (?:overview|summary|guide|explanation|article|draft|essay|response|breakdown"
    r"|outline|version|revision)"
    r" (?:helps|is helpful|meets|provides|gives|works|is what)\b",
    r"\bI hope this helps[!.]?$",
    r"\b(?:please )?replace the (?:placeholders?|bracketed (?:text|information|sections?))\b",
    r"\b(?:regenerate response|continue generating|stop generating)$",
    r"^(?:ChatGPT|Claude|Gemini|Copilot) (?:said|responded|replied):\s*$",
    r"\b(?:ChatGPT|Claude|Gemini|Copilot) can make mistakes[.,;]? (?:check|please|verify|consider|so double)",
    r"\bwill (?:discuss|provide|include|cover)\b[^.\n]{0,60}\b(?:related to|about|on) the (?:topic|subject) of"
    r" (?:the|this|your) (?:report|essay|paper|article|study)\b",
    r"^(?:[^\w\n]{0,4})(?:final|last|one (?:final|last)|important|pro)(?: important)? (?:tip|note|reminder):"
    r"[^\n]{0,200}\b(?:wiki(?:pedia|text)?|markdown) ?(?:markup|markdown|syntax|formatting)\b",
    r"^(?:note (?:to|for) )?(?:the )?(?:AfC )?reviewers?(?: notes?| comments?)?(?: \(for AfC\)| for AfC)?:"
    r" (?:this|the|all|please|dear|thank)\b",
    r"\b(?:meets|satisfies|demonstrates|complies with|fulfils|fulfills|passes)\b[^.\n]{0,60}\bWP:[A-Z]{2,12}\b",
    r"\bit(?:['’]s| is) (?:important|crucial|essential|vital) to (?:differentiate|distinguish)\b"
    r"[^.\n]{20,250}\bto (?:prevent|avoid) (?:any )?confusion\b",
    r"\bit(?:['’]s| is) (?:important|crucial|essential) to (?:remember|note|keep in mind) that\b[^.\n]{10,200}"
    r"\bso (?:always|be sure to|make sure to|it['’]s best to|please)"
    r" (?:check|consult|verify|confirm|review|double-check)\b",
)
"""What an assistant says to its user; a text may quote it."""

PLACEHOLDER = (
    r"\[(?:Insert|insert|INSERT|Your|Describe|Recipient(?:['’]s)?|Company|Specify|Provide|Name of"
    r"|Date of|Title of|Link to|Enter|Placeholder|Hiring Manager|Client|Customer|Brand|Product|Sender|Contact)"
    r" [^\[\]\n]{2,200}\](?![(\[])"
)

MARKS = (
    r"(?:\uE200?(?:cite)?\uE202)?turn\d+(?:search|view|news|image|file|fetch|academia|reddit|forecast|finance"
    r"|product|business|map)\d+",
    r":contentReference\[oaicite:\d+\](?:\{index=\d+\})?",
    r"\boaicite\b",
    r"\boai_citation\b",
    r"\[(?:attached_file|web|file|cite): ?\d[\d, ]*\]",
    r"\[cite_(?:start|end)\]",
    r"\battributableIndex\b",
    r"\bgrok_(?:card|render)\b",
    r"\b(?:utm_source|referrer)=(?:chatgpt|openai|copilot|perplexity|grok|gemini|claude)(?:\.\w+)?\b",
    r"\uE200(?:cite|file|image|entity|url|navlist)\b",
    r"\uEA01\d{1,3}\uEA02",
    r"【\d+†[^】\n]{0,40}】",
    r"<\|(?:im_start|im_end|endoftext|start_header_id|eot_id)\|>",
    r"\b(?:19|20)\d\d-(?:\d\d|XX)-XX\b",
    r"<!-- ?(?:add|insert|include|replace)\b[^\n>]{0,60}\b(?:if available|here|citation|source)\b",
    r"\[/?INST\]",
    r"<</?SYS>>",
    r"<\|(?:assistant|user|system|end_of_text|begin_of_text|end_header_id|endofprompt|fim_\w+)\|>",
    r"<(?:start|end)_of_turn>",
    r"</?think>",
    r"</?(?:tool_call|antArtifact|antml:\w+|function_calls)\b",
    r"\b(?:sandbox|file):/mnt/(?:data|user-data)/",
    r"\[\^\d{1,2}\^\]",
    r"^#{2,4} (?:Instruction|Response|Human|Assistant):\s*$",
    r"^\d{1,2}\. {1,3}\d{1,2}\. {1,3}[A-Z]\w+(?: \w+){0,4}$",
    r"\(\\[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3}\\\)",
)
"""The marks of assistants and their interfaces; nothing else writes them."""

CASED_MARKS = (r"\b(?:INSERT|PASTE)_[A-Z0-9_]{3,60}", r"[A-Za-z.]{3}\+\d[A-Z][A-Za-z][A-Za-z .]{1,30}\+\d")
