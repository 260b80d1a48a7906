"""Words of what became of a plan: who failed, how, until when, and why nobody answered."""

from netui.domain.natural_dates.tokens import PhraseTable, phrase_table, word_set


def _phrases(text: str) -> PhraseTable:
    return phrase_table(text.split("|"))


LEADS = word_set("""
    still their her his line phone it's that's the a an my our this i'd he'd she'd they'd
    sadly alas unfortunately again now just was were is are am got been be has have had having being
    it i we he she they he's she's they're i'm we're all completely totally to then so finally probably but
    will would need must should we'll i'll she'll he'll they'll already both also too ended up simply
    tickets oops neighbour neighbor
    wants wanted needs sounds fun good great lovely nice turns out sorry sent word
    venue theatre cinema gym museum gallery kitchen court weather snow rain storm traffic strike covid
    place pub cafe restaurant bar train trains flight bus car shop office battery date time details
    everyone everybody someone suddenly basically in the end actually or and new asked took for
    might may could
    that rang called phoned texted messaged emailed e-mailed wrote whatsapped pinged slacked said says say
    saying
""")
"""Words before what became of a plan: who or what failed, how they said so, and helping verbs."""

FAILED = word_set("""
    cancel cancelled canceled cancels cancelling canceling postpone postponed postpones postponing
    reschedule rescheduled rescheduling rearrange rearranged rearranging rebook rebooked rebooking
    bail bailed bails flake flaked flakes skip skipped skips bottled overslept scrap scrapped shelved abort
    aborted axed binned scuppered derailed nixed ghosted ducked dodged double-booked doublebooked
    decline declined forgot forgotten withdraw withdrew withdrawn dropped moved pushed shifted bumped deferred
    delayed parked
    paused suspended ditched abandoned no-show noshow called-off rained-off parked rejigged
    blanked refused canned pulled sabotaged jinxed booked planned arranged scheduled pencilled penciled
    proposed due set slated resched cxl cxld canx cancld flopped
    declines forget defer refuse ditch abandon swapped no-showed noshowed
""")
"""Says that a meeting fell through, was put off or is still to come, where nothing but its tail follows."""

TAILS = _phrases(
    "an hour before|an hour earlier|the day before|the night before|"
    "it|it all|it again|again|too|out|off|back|in|on me|on us|on her|on him|me|us|all about it|about it|"
    "completely|altogether|entirely|today|this time|this week|this year|in the end|at the last minute|"
    "at the last moment|last minute|at short notice|for now|for good|indefinitely|sadly|unfortunately|a week|"
    "a day|a month|two weeks|a fortnight|twice|instead|though|anyway|i think|apparently|late|all day|"
    "all week|here|after all|lol|to come|to go|of her|of him|of them|in traffic|at home|abroad|in bed|"
    "there|yet|any more|anymore|by her|by him|by them|by me|by both|by text|in time|"
    "at all|tonight|mutually|by minutes|by an hour|to be seen|already|about lunch|about dinner|for lunch|"
    "for dinner|last night|"
    "from her|from him|at the door|actually|to go out|to go|tickets|on the way|on the way there|"
    "all night|all evening|all afternoon|all morning|both times|each time|every time|every single time|"
    "both|so far|"
    "by a day|by a week|by a month|by the storm|by the weather|by the rain|by the snow"
)
"""Phrases behind what went wrong that say no more of it."""

REASONS = word_set("because due as thanks cos after owing given though although until so while")
"""Words behind what went wrong that begin its reason, or what came of it."""

HOPES = _phrases(
    "hopefully|fingers crossed|with any luck|with luck|weather permitting|touch wood|god willing|tentative|"
    "tentatively|hypothetical|hypothetically|theoretically|in theory|in principle|wishful thinking|"
    "in my dreams|in my head|just kidding|only kidding|just joking|only joking|as if|yeah right|if only|"
    "another time|another day|some other time|some other day|some time soon|one of these days|"
    "waiting to hear|waiting for confirmation|waiting for a reply|waiting for an answer|waiting for her to|"
    "waiting for him to|waiting for them to|waiting on her to|waiting on him to|waiting on them to|awaiting|"
    "pending|"
    "subject to|depends on|depending on|in the diary|"
    "in the calendar|on the calendar|on the books|on the cards|on the list|in the works|in the pipeline|"
    "wish me luck|to be continued|can't wait|cannot wait|looking forward|we'll see|will see|yet to|still to|"
    "has yet to|"
    "when possible|if possible|not yet|next time i'm|next time we're|next time he's|next time she's|"
    "next time they're|when i'm next|when he's next|when she's next"
)
"""Phrases that begin a clause about a plan that is still to come, or is none."""

OPEN = word_set("if unless assuming provided providing whether")
"""Conjunctions that begin a condition on which a plan hangs."""

PUT_TO = _phrases(
    "sometime|some time|now|now on|shifting to|switching to|thought it was|turned out to be|moved to|is now|"
    "will be|confirmed for|confirmed on|fixed for|agreed for|set for|down for|lined up for|on for|"
    "we'll do it|we will do it|let's do it|doing it|make it|let's say|we said|suggested|proposed|swapped to|"
    "move it to|push it to|shift it to|switched to|brought forward to|changed to|free on|available on|"
    "asked whether|asked if|it's|that's|actually"
)
"""What stands before the day to which a plan was put."""

SUITS = _phrases(
    "suits her|suits him|suits them|suits me|suits us|works|works for her|works for him|works for them|"
    "works for me|works for us|it is|instead|then|is better|is good|is fine|is best|would work|would suit"
)
"""What stands behind the day to which a plan was put: Friday suits them."""

STOOD_IN = _phrases(
    "got hold of|spoke to|talked to|spoke with|left message with pa|left message with|left word with|"
    "left a message with"
)
"""Verbs before somebody else, who answered: spoke to their assistant."""

ENDINGS = _phrases(
    "instead|for nothing|in vain|on my own|by myself|on my tod|all alone|without me|"
    "without him|without her|without them|went alone|there alone|alone in the end|just me|only me|"
    "just me in the end|only me there|just me there"
)
"""What ends a clause of the writer that says nobody else came: ate on my own, stayed home instead."""

DENIED = _phrases(
    "to be|today|tonight|this time|this week|this month|this year|confirmed|happening|even|here|any more|"
    "going to happen|gonna happen|going to take place|taking place|"
    "in the mood|in the mood for it|feel like it|feel like going|feel up to it|get a table|get tickets|"
    "get in|"
    "get there|get away|get out|get a sitter|find the place|find parking|"
    "go|come|going|attending|possible|feasible|anymore|make it|eat|available|"
    "meet|met|see her|see him|see them|see each other|seen each other|connect|connected|in the end|after all|"
    "in|in town|in the office|well enough|well|up to it|up for it|feeling it|feeling well|on|open|there"
)
"""Words that, denied, say the same: not today, wasn't to be, never met."""

DECIDED = word_set("decided fixed finalised finalized sorted agreed settled set sure certain")
"""What, denied, leaves a plan open, as verbs of arranging do: not decided."""

NONE_OF = word_set("""
    sign trace show time luck joy trains buses energy babysitter response reply answer can deal go chance
    childcare sitter taxi taxis table tables tickets seats parking
""")
"""What was missing behind "no" where a meeting fell through."""

LATE_PAST = ("was", "were", "had", "already", "she'd", "he'd", "they'd", "been", "is")
GONE = word_set("closed shut gone left departed fled vanished disappeared")
"""How a place or somebody was found, behind a verb of :data:`LATE_PAST`: was shut, had gone."""

MISTAKEN = word_set(
    "person extension day date time week month year place cafe pub restaurant bar address number end entrance"
)
"""What one got wrong: wrong week."""

MACHINES = word_set("""
    voicemail voicemails vm mailbox answerphone machine ansaphone full left message got sent to straight went
    no answering the on and
""")
"""What answers in somebody's place, and the words around it: went straight to voicemail."""

NO_LINE = word_set("""
    declined rejected ignored dropped failed disconnected blocked barred muted busy asleep away out
    unavailable offline
""")
"""Says of a call, or of who was called, that nobody spoke."""

CALL_BACK = _phrases(
    "call back|ring back|call me back|ring me back|phone back|owes me a call|call back needed|"
    "had hung up|had already hung up|already hung up|had rung off|had logged off|had already left"
)
"""What ends a clause about a call still to come, or that nobody waited for: asked them to call back."""

LINES = word_set("line connection signal tone bars credit reception extension coverage service")
"""What was missing or dead where nobody could be reached: no dial tone."""

AGAIN = word_set("call ring phone try text message reply return answer retry")
"""Verbs of a call still to come, behind ``will``, ``to`` or ``tried``: they'll ring back."""

UNSENT = _phrases(
    "still in drafts|in drafts|in my drafts|draft|drafts|a draft|draft only|only a draft|saved as draft|"
    "saved as a draft|saved to drafts|drafted|not sent|unsent|not sent yet|unsent yet|undelivered|"
    "not delivered|not delivered yet|delivery failed|failed to send|failed|failed to deliver|bounced|"
    "bounced back|it bounced|blocked|deleted it|deleted|wrong address|wrong number|never sent|never sent it|"
    "didn't send|didn't send it|did not send|didn't press send|didn't hit send|mailbox full|half-written|"
    "came back undelivered|came back|address not found|no such address|never got it|didn't get it|"
    "did not get it|never arrived|didn't arrive|lost in the post|lost in the mail|returned to sender|"
    "undeliverable|account deleted|account closed|number changed|will send tomorrow|will send it tomorrow|"
    "to send tomorrow|need to finish it|forgot to press send|forgot to hit send|forgot to send it|"
    "drafted only|queued|stuck in the outbox|in the outbox|didn't reach him|didn't reach her|"
    "didn't reach them|never reached him|never reached her|wrote it but didn't send|"
    "half written|unfinished|to send|to be sent|not finished|sending tomorrow|will send"
)
"""Why a message did not go out, where it is the whole text behind it."""

STATUSES = _phrases(
    "plans changed|change of plan|change of plans|changed my mind|changed her mind|changed his mind|"
    "changed their mind|something came up|something cropped up|called away|called into work|emergency|"
    "emergency at work|fully booked|decided against it|thought better of it|gave up|clashed with work|"
    "still waiting|made excuses|made my excuses|got out of it|missed her|missed him|missed them|just missed|"
    "too late|arrived too late|lost the address|couldn't find the place|couldn't find it|couldn't face it|"
    "fail|a fail|a flop|in limbo|up in smoke|went up in smoke|dead in the water|fell by the wayside|"
    "down the drain|a damp squib|nogo|no can do|undecided|unsure|not sure|no tables|no table|covid|"
    "migraine|had covid|had flu|had a migraine|had a cold|tested positive|isolating|felt ill|felt too ill|"
    "not well|not feeling well|door locked|wrong person|would have been nice|sorry to miss it|"
    "sad to miss it|looking forward to it|broke down|"
    "off|on hold|put on hold|on ice|fizzled|fizzled out|foundered|washout|washed out|no longer on|not on|"
    "snowed off|snowed in|missed|nope|no|failed|void|blown off|left hanging|came to nought|to no avail|"
    "tbc|tba|tbd|maybe|perhaps|provisional|provisionally|invite sent|invited|kaput|dead|confirmed|pending|"
    "soon|sometime|some time|one day|still to come|to do|todo|undone|never|no longer|out|"
    "stood up|chickened out|ill|sick|poorly|unwell|hungover|too ill|too sick|too tired|called in sick|"
    "in hospital|"
    "not going|too busy|busy|no good|in vain|alone|next week instead|next time instead|never went|"
    "pulled out|dropped out|backed out|bowed out|begged off|begged out|cried off|wriggled out|weaselled out|"
    "called off|put back|put off|put forward|pushed back|gave it a miss|given a miss|rain stopped play|"
    "ran out of time|out of time|slept through|fell asleep|stuck|got stuck|work|had to work|held up|"
    "lost track of time|got lost|missed the bus|missed the train|missed my train|missed my bus|"
    "nowhere|nowhere to be seen|went home|gone home|stayed home|stayed in|stayed in bed|went to bed|"
    "turned out to be|kidding|joking|a joke|stopped|broken down|broke down|clashed|clashes|clash|"
    "waiting for her|waiting for him|waiting for them|rained off|next time|stuck at work|stuck in traffic|"
    "stuck at home|double booked|double-booked|"
    "no longer happening|no longer possible|unable|unable to|unable to come|unable to make it|not able|"
    "not able to|overdue|up in the air|not done|would be nice|would be lovely|would be fun|"
    "would be great|would be good|need to plan|need to arrange|need to organise|need to book|not going ahead|"
    "said no|declined|turned down|turned it down|turned me down|turned us down|invite declined|"
    "rain-checked|rainchecked|scratched|set up|lined up|kicked down the road|kicked into the long grass|"
    "sold out|closed early|kitchen closed|kitchen was closed|place shut down|left before i got there|"
    "left before i arrived|got there too late|too late|got there after he'd left|got there after she'd left|"
    "kept missing each other|went to different cafes|went to different places|school called|"
    "ended up in hospital|kept at the office|stuck in a meeting|stuck in meetings|had to collect the kids|"
    "had to pick up the kids|had to fetch the kids|double-booked myself|not a sign of him|not a sign of her|"
    "too full|too hot|too cold|too wet|flat tyre|let us down|blew it off|restaurant was full|"
    "place was full|cafe was full|pub was full|"
    "everywhere was full|no table free|no tables free|gave our table away|gave away our table|turned away|"
    "babysitter fell through|something came up at work|"
    "sitter fell through|sorry i missed it|sorry to have missed it|gutted to miss it|gutted i missed it|"
    "apologised for missing it|apologised for not coming|apologised for not turning up|"
    "apologised for not making it|apologised for cancelling|apologized for missing it|"
    "apologized for not coming|move it|push it|shift it|caught covid|got covid|has covid|caught a cold|"
    "caught the flu|"
    "had a fever|has a fever|came down with something|came down with a cold|came down with flu|"
    "went into labour|missed the flight|missed the ferry|boss kept me|kept at work|kept me at work|"
    "kept me late|meeting overran|work overran|work ran over|work ran late|put paid to it|put an end to it|"
    "put a stop to it|nowhere to be found|lost my nerve|lost her nerve|lost his nerve|cold feet|abroad|"
    "give it a miss|clashed with work|no date|no dates|date to be confirmed|date tbc|waiting on dates|"
    "waiting for dates|waiting for a date|asked for dates|asked for a date|accepted the invite|"
    "accepted my invite|accepted|invite accepted|invitation accepted|doodle sent|poll sent|"
    "calendar invite sent|invites sent|reminder set|reminder to self|don't forget|must remember|"
    "mustn't forget|need to book a table|table booked|booked a table|table reserved|"
    "needs a date|needs a day|needs a new date|should happen|should happen soon|must happen|must happen soon|"
    "needs to happen|needs to happen soon|has to happen|has to happen soon|will happen|going to happen|"
    "invitation declined|someday|some day|at some point|in the new year"
)
"""What became of a plan, where it is the whole text behind it: lunch with Ada - on hold."""

ATTEMPTED = _phrases(
    "no pick-up|phone's off|out of coverage|went unanswered|rang without end|took a message|number engaged|"
    "number no longer in use|number not in use|wrong no|call declined|declined the call|rejected the call|"
    "blocked my number|second attempt|third attempt|2nd attempt|3rd attempt|second try|third try|2nd try|"
    "3rd try|no success|unsuccessful|technical problems|technical issues|tech problems|tech issues|"
    "zoom was down|teams was down|zoom crashed|teams crashed|link didn't work|link broken|wifi died|"
    "wifi was down|wifi down|internet was down|left a message with reception|try later|"
    + "|".join(
        f"{ended} before {who} {took}"
        for ended in ("hung up", "dropped", "rang off", "cut off", "gave up")
        for who in ("he", "she", "they", "anyone")
        for took in ("answered", "picked up")
    )
    + "|"
    "vm|voicemail|voice mail|answerphone|answering machine|rang off|rang out|cut off|got cut off|hung up|"
    "unreachable|not reachable|couldn't reach her|couldn't reach him|couldn't reach them|number disconnected|"
    "disconnected|no reply yet|no answer yet|no word back|nothing back|asleep|in a meeting|out of office|"
    "on holiday|on leave|away|at lunch|driving|try again|try again later|try again tomorrow|trying again|"
    "trying again later|trying again tomorrow|retry|call back later|phone off|phone dead|no signal|bounced|"
    "in another meeting|on another call|on the other line|at her desk|let it ring|rings out|kept ringing|"
    "rang twice|rang for ages|rang three times|just rang|gave up|got someone else|got somebody else|"
    "number changed|number no longer works|kept cutting out|couldn't hear her|couldn't hear him|"
    "call dropped|msg left|left a msg|"
    "left her a message|left him a message|left them a message|left her a msg|left him a msg|"
    "engaged tone|rang and rang|ringing out|in the shower|in the bath|out of range|call failed|dropped call|"
    "not in service|number not in service|battery died|battery flat|phone died|unanswered|missed it|"
    "missed each other|"
    "left on read|unread|not picking up|not answering|left message|left word|left vm|tried twice|tried again"
)
"""Why nobody answered, where it is the whole text behind a call: called Ada, asleep."""

NOT_IN = _phrases(
    "not home|not in|not there|gate locked|door locked|just left|already left|gone out|gone|at work|asleep|"
    "in bed|away|out|out at work|didn't answer|did not answer|didn't come to the door|didn't open|"
    "didn't open the door|wouldn't open|wouldn't open the door|knocked and knocked|knocked for ages|"
    "left a note|left a note under the door|put a note through the door|left a card|left it on the doorstep|"
    "left it with the neighbour|left it with a neighbour|no longer lives there|doesn't live there|"
    "doesn't live there any more|doesn't live there anymore|wrong house|wrong flat|wrong door|"
    "couldn't find the house|couldn't find it|no visitors|no visitors allowed|visiting hours were over|"
    "outside visiting hours|not allowed in|wouldn't let me in|in surgery|in theatre|too ill to see anyone|"
    "too ill to see me|too tired to see anyone|too tired to see me|not receiving visitors|closed|shut|"
    "shop shut|shop closed|office closed|office shut|lights off|curtains drawn|no lights on|"
    "no one answered the door|nobody answered the door|nobody answered|no one answered|wasn't home|wasn't in|"
    "on holiday"
)
"""Why nobody was seen, where it is the whole text behind a visit: went to see Ada, gone out."""

CAUSES = _phrases(
    "snow|heavy snow|snowed|snowstorm|blizzard|storm|storms|fog|ice|floods|flood|flooding|flooded|heatwave|"
    "flu|norovirus|food poisoning|stomach bug|tummy bug|sick bug|bad cold|bad back|lurgy|quarantine|lockdown|"
    "curfew|strike|train strike|train strikes|rail strike|rail strikes|tube strike|bus strike|"
    "power cut|power cuts|power outage|blackout|car trouble|flat tyre|flat tire|puncture|engine trouble|"
    "signal failure|family emergency|work emergency|work crisis|crisis at work|sick kid|sick kids|"
    "sick child|sick children|sick baby|sick dog|sick cat|ill child|ill kid|no heating|"
    "childcare issues|childcare problem|childcare problems|childcare fell through|roads closed|road closed|"
    "road blocked|roads blocked|jury duty|jury service"
)
"""What keeps people from meeting, where it is the whole text behind a meeting: lunch with Ada: snow."""

DEPENDANTS = word_set("""
    kids kid child children baby toddler son daughter wife husband dog cat babysitter sitter nanny boys girls
    twins
""")
"""Whose illness keeps people from meeting: lunch with Ada (kids ill)."""

DEPENDED_ON = word_set("""
    train trains bus buses car flight plane ferry tube tram boat bike taxi cab lift boss work meeting
    call plan plans date place pub cafe café restaurant bar venue kitchen club gym shop museum cinema
    library kids kid baby son daughter child children nanny babysitter sitter carer dog cat plumber
    boiler weather rain snow storm traffic road motorway bridge line phone signal battery voicemail
    machine mailbox number connection network wifi mic audio laptop app house flat door gate bell buzzer
    lights curtains ward nurse receptionist neighbour neighbor landlord concierge porter guard card
    letter email message post address stamp draft booking table reservation tickets ticket invitation
    invite day time week rest others alarm clock diary calendar school nursery mum mom dad wife husband
    partner mother father flatmate roommate assistant secretary pa colleague operator other person one
    host bank office internet computer inbox mail text account profile recipient
""")
"""What a meeting, a call or a message depends on, so that news of it is what became of them."""
