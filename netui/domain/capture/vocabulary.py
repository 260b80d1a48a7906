"""Vocabulary of the head of a log line: prepositions, fillers, titles, words that are no names."""

from netui.domain.natural_dates.tokens import NUMBERS, word_set

WITH = word_set("with w/ w")
"""Introduces those present."""

AND = word_set("and & + plus n / <>")
"""Joins names."""

DASHES = word_set("- – — -- | // → ->")
"""Separates head and text, as a colon does."""

FILLERS = word_set("""
    had have having a an the i we just did went for grabbed got been i've we've another
""")
"""Words before a kind that add nothing."""

ADJECTIVES = word_set("""
    best worst nicest loveliest longest shortest funniest weirdest
    quick long short brief nice great good lovely fun first second impromptu spontaneous virtual late
    early weekly monthly annual regular casual proper big little small awkward amazing wonderful
    pleasant third last so finally then lazy cosy cozy quiet hasty rushed surprise leisurely boozy
    raucous line
""")
"""Words before a kind that stay in the text."""

MODIFIERS = word_set("""
    work working team birthday bday b-day xmas business family farewell goodbye christmas thanksgiving easter
    anniversary linkedin facebook fb insta instagram whatsapp telegram signal twitter slack office client
    networking follow-up catch-up intro kick-off kickoff group joint double home site ward farm studio school
""")
"""Nouns before a kind that stay in the text: a work lunch is a lunch."""

CELEBRATED = word_set("""
    birthday bday b-day farewell goodbye leaving engagement retirement welcome graduation promotion
    anniversary
""")
"""Occasions of somebody for whom a meal is given, who then is there: birthday lunch for Ada."""

MODIFIERS |= CELEBRATED

LENGTHS = word_set("min mins minute minutes hour hours hr hrs")
"""How long it took, before a kind: 30 min call."""

BULLETS = word_set("- * • · – — + ## ### ####")
"""Signs that begin an item of a list, or a heading."""

INTERJECTIONS = word_set("""
    so ok okay well oh ah aah hey yes yep yeah yay hurray hooray wow ugh phew finally anyway anyways btw fyi
    also then right alright honestly luckily thankfully happily surprisingly actually afterwards afterward
    later eventually update incidentally
""")
"""Words before a comma with which a line begins, and which say nothing of what happened."""

LABELS = word_set("""
    work business personal private family friends news update log journal diary recap summary church school
    gym morning afternoon evening night fyi btw done logged
""")
"""Words before a colon at the start that say where a line belongs, and nothing of what happened."""

GENERIC = word_set("call meeting message mail chat")
"""Kinds that add nothing after another one: a video call is a video."""

WRITTEN = word_set("email message letter call")
"""Kinds in which "from" and "to" say who started."""

ADDRESSED = WRITTEN - {"call"}
"""Kinds of which the object is what was sent: emailed the plan to Ada."""

ANSWERED = WRITTEN | {"video"}
"""Kinds that may go unanswered."""

DIRECTED = WRITTEN | word_set("intro gift visit video")
"""Kinds with a direction, so that "from" and "to" name who was there."""

ABOUT = word_set("on about for re")
"""Introduces the person a note is about."""

DETERMINERS = word_set("the a an my our his her their some")
"""Determiners, which begin an aside: "the gym"."""

TITLES = word_set("""
    dr mr mrs ms miss mx prof professor sir dame lord lady rev revd reverend pastor father fr sister brother
    elder deacon canon rabbi imam capt captain col colonel sgt major judge doctor nurse coach chef herr frau
    sen senator gov governor cllr councillor sr lt lieutenant cpl cmdr commander insp inspector baroness mme
""")
"""What may stand before a name."""

EXCEPT = word_set("but except without not nor minus excluding about of regarding")
"""Introduces someone who may not have been there."""

INTRODUCING = word_set("introduced intro'd introed introd intro connected linked hooked matched put")
"""Verbs of bringing two others together: put Ada in touch with Tom."""

CHANNELS = word_set("""
    phone telephone zoom teams skype facetime slack meet video linkedin whatsapp messenger telegram signal
    discord webex instagram insta facebook imessage viber wechat kakao kakaotalk threema jitsi zalo snapchat
""")
"""What people talk on or over."""

CHATS = word_set("slack whatsapp messenger telegram signal discord imessage viber wechat kakaotalk threema")
"""What people write to each other on: a Slack with Ada."""

NO_FIRST_NAMES = word_set("""
    the a an my our his her their your its this that these those some all both each every another no me
    him them us you he she they it we i who what one two three four five six others everyone everybody
    someone somebody people folks friends family kids team colleagues and or but with at in on to from
    for of about by as is was i'll i'm i've i'd we'll we're we've we'd he'll he's he'd she's she'll she'd
    they'll they're they've they'd it's that's there's let's who's what's
    hes shes theyre thats theres whos ive
    big old little young tall tiny wee
""")
"""Words never taken for a first name, even where a name begins with one: Big Al."""

ADVERBS = word_set("""
    again along alone together too online offline outside inside downtown uptown remotely briefly there here
    home abroad upstairs downstairs backstage indoors outdoors overseas
""")
"""Words behind those met that say where or how, and not more: a day may follow them."""

COMMON_WORDS = ADVERBS | word_set("""
    in-laws grandparents grandkids nephew niece twins
    kids friends family team colleagues everyone others people wife husband mom mum dad parents mother
    father brother sister son daughter cousin uncle aunt boss coworkers neighbours neighbors guests cake
    investors lawyers bankers recruiters engineers designers developers devs managers founders directors
    teachers suppliers vendors consultants accountants auditors contractors builders tenants landlords
    players volunteers trustees governors classmates flatmates housemates roommates teammates workmates mates
    pals buddies siblings brothers sisters sons daughters uncles aunts cousins nephews nieces whoever
    coffee tea milk lunch dinner breakfast drinks beer wine food pizza cookies dessert music children
    partner partners spouse clients customers students boys girls guys gang folks dog baby co crew staff
    re via until till til over per tbc wait because since during after before while as if when where whether
    that which than though although unless except without within through throughout under near around
    behind beside beyond despite towards toward onto into off up down out not never always only even still
    yet once twice maybe perhaps probably who whose how why versus vs incl including minus aka etc
    was were is are be been had has have did does do can could should
    must seemed looked felt said told
    later earlier afterwards nearby then now also
""")
"""Words after "with", "and" or a name that are no names."""

COMPANIONS = word_set("""
    co-founder cofounder co-author co-host co-worker coworker colleague boyfriend girlfriend fiance fiancee
    fiancé fiancée bf gf hubby fam lads lasses ladies gents bump kiddo kiddos toddler toddlers newborn pup
    puppy pooch cat cats dogs flatmate roommate housemate neighbour neighbor assistant lawyer agent accountant
    manager ceo cto cfo coo founder intern interns recruiter investor stepson stepdaughter grandson
    granddaughter grandchildren mother-in-law father-in-law residents tenants neighbours neighbors teachers
    students pupils volunteers staff colleagues coworkers clients customers councillors officers trustees
    investors teammates cousins grandkids grandparents publisher
""")
"""Who else was there, as a plain word behind a name: lunch with Ada and cofounder."""

CLAUSE_WORDS = word_set("""
    will may mark bill rob sue chase grant drew pat nick skip trip don hope wade page reed chip buck
    frank rich grace joy faith dawn rose art earl june april august summer lily ivy olive
    penny clay ruby pearl amber sky carol victor miles max guy ray jay dale glen cliff sandy misty storm
    angel mason hunter carter piper heath forest wren robin mercy honor destiny star van my an so
    long sun song hung le do to hai bo ai yu he she wu you ye me in or can ha ho la no such win chance
    sunny rusty stormy rocky dusty happy merry gay rosy autumn winter stone wood west north brook lake fox
    wolf lamb young royal noble sincere precious
    charity constance early christian sterling harmony genesis justice king duke prince major bishop
    cook baker
""")
"""Names that are words too: in lower case, before running text, they are not taken for a person."""

NO_CALLERS = word_set("""
    will mark may hope bill baker cook mason hunter carter piper bishop major king duke prince chase
""")
"""Names that may be words even where a verb of contact follows: Baker rang about the cake, Will call."""

NO_SURNAMES = word_set("""
    i she he they we it her his their the a an my our this that these those there then and but so told
    says said is was has had will would talked spoke discussed asked about great good nice very
    ooo oof wfh pto afk awol
""")
"""Capitalised words that are no surnames."""

INSIDE_PLACES = word_set("of the de la le du del di da & and")
"""Small words inside the name of a place."""

NO_PLACES = word_set("""
    english german french spanish italian portuguese dutch polish russian chinese mandarin japanese
    korean arabic hebrew hindi turkish swedish danish norwegian finnish greek czech latin python rust
    java excel person private public general summer winter spring autumn fall christmas easter q1 q2 q3
    q4 h1 h2 ete i she he they we it her his their my our this that
""")
"""Capitalised words after "in" and "at" that are no places."""

CALLED_BY_NAME = word_set("cafe café bar club pub bistro restaurant hotel theatre theater")
"""Kinds of places whose name follows, even where it is a weekday: Café Monday."""

PLACE_LETTERS = word_set("NYC NY LA SF DC UK US USA UAE EU")
"""Abbreviations that are places."""

ON_THE_WAY = word_set("""
    bus train plane tram tube ferry flight boat beach way terrace roof balcony bench pier porch metro ward
    stairs platform patio moor moors hill hills mountain river lake canal coast heath towpath promenade
    seafront lawn allotment slopes piste ice doorstep dunes sands cliffs fells quay jetty trail sofa
""")
"""Where people meet that a line says by "on the": on the bus."""

NO_ASIDE = word_set("""
    that who which where when while because if to about re he she they we i was is were will hes shes theyre
    he's she's they're it's im i'm advance preparation prep honour honor lieu aid anticipation
""")
"""Words of a clause: a day behind them need not be the day of the entry."""

STRETCHES = word_set("until till til since from")
"""Begins or ends a stretch of time, of which the day behind it is no day of the entry."""

SPOKEN_BEFORE = word_set("the a an i we you he she they it my our his her their who and got get")
"""Words before ``sat``, ``sun`` or ``wed`` where it is no weekday."""

POSSESSIVES = word_set("his her their your its")
"""Whose a name behind them is, so that it need not be the person known here: their neighbour Tom."""

OCCASIONS = word_set("""
    brunch breakfast supper tea run walk ride swim drink bite meal pizza cake chat catch-up catchup hike
    picnic barbecue bbq spin stroll jog game snack workout sauna yoga
    wander mooch natter potter cuppa brew sushi ramen curry tapas pasta pho noodles burger burgers steak chips
    gelato pancakes waffles tacos kebab kebabs falafel roast cocktails pint pints beers wine cinema film movie
    gig match bowling climbing golf tennis squash padel badminton basketball football soccer volleyball
    hockey cricket rugby netball pickleball skating skiing surfing
""")
"""What people meet for, behind "for": no topic, so that a day behind it is the day they met."""

SUNNY = word_set("""
    bright hot warm cold low weak blazing glorious lovely gorgeous beautiful brilliant strong no
    winter summer spring autumn morning afternoon
    evening midday january february march april may june july august september october november december
""")
"""Words before the sun that shines, where "in", "the" or another of them stands before: in the bright sun."""

SUPERLATIVES = word_set("first second third only best longest nicest loveliest funniest deepest hardest")
"""Words of what had not happened for a while: the first lunch in weeks."""

WHERE = word_set("off from near outside along around through across inside past down to")
"""Words that lead to where something was, besides "at" and "in"."""

BROUGHT = word_set(
    "soup cake wine flowers lunch dinner food scones pie bread beer biscuits cookies chocolates jam eggs "
    "champagne lasagne stew casserole groceries shopping breakfast fruit chocolate veg plums apples"
)
"""What somebody brings who comes to the writer."""

FAVOURS = word_set(
    "job interview gig role deal discount lead referral intro slot appointment spot table seat"
)
"""What somebody may get for the writer from afar."""

FAMILY_FIRST = word_set("""
    nguyen tran pham hoang huynh phan dang bui duong ngo dinh trinh wang zhang liu yang huang zhao zhou zhu
    xu guo liang zheng tang feng deng xiao tian dong pan jiang cai jia wei xie yao szabo nagy toth horvath
""")
"""Family names that stand before given ones."""

COMPOUND_NAMES = word_set("jean pierre paul charles louis francois marc guy")
"""Given names by which nobody is called whose name has a second one after a hyphen: Jean-Luc is no Jean.

Anna-Lena may well be an Anna: that is asked about.
"""

RELATIONS = word_set("""
    friend friends colleague cousin brother sister uncle aunt neighbour neighbor boss mentor buddy mate old
    dear good best new ex former sponsor landlord coach client coworker co-worker classmate roommate flatmate
""")
"""Words between "my" and a name."""

ROUTINE = word_set(
    "work close closing lunch dinner breakfast class school church practice training brunch shift choir yoga "
    "gym rehearsal mass nursery pilates"
)
"""After and before these a clause goes on: after work on Friday."""

BESIDE_A_NAME = word_set("""
    minus sans excluding concerning of for about re regarding without but except not nor like than at in on
    near via during over by after before behind beside
""")
"""Before a name: someone spoken of, or a place, not someone met."""

CONTACT_SIGNS = {
    "happy hour": "drinks", "mtg": "meeting", "vid call": "video", "vid chat": "video", "video chat": "video",
    "telephone": "call", "tel": "call", "ph": "call",
    "lvm": "attempt", "t/c": "call", "telcon": "call", "concall": "call",
    "telephone conference": "call", "phone conference": "call",
    "video called": "video", "google meet": "video",
    "☕": "coffee", "📞": "call", "🍺": "drinks", "🍻": "drinks", "🍷": "drinks", "📧": "email",
    "☎": "call", "☎\ufe0f": "call", "📱": "call", "📲": "call", "🥂": "drinks", "🍸": "drinks",
    "🍹": "drinks", "🥃": "drinks", "💬": "message", "✉": "message", "✉\ufe0f": "message", "🎥": "video",
    "group chat": "message",
    "facebook chat": "message", "fb chat": "message", "messenger chat": "message", "slack chat": "message",
    "telegram chat": "message", "instagram chat": "message", "insta chat": "message",
    "linkedin chat": "message", "discord chat": "message", "voice note": "message", "voicenote": "message",
    "voice notes": "message", "voice messages": "message",
    "voice message": "message", "voice memo": "message", "inmail": "message", "linkedin message": "message",
    "house call": "visit", "flat white": "coffee",
    "webex": "video", "gmeet": "video",
    "wa'd": "message", "imessaged": "message", "tweeted": "message", "belled": "call", "buzzed": "call",
}  # fmt: skip
"""Signs and pairs of words that say a kind."""

EATEN = word_set("coffee lunch dinner drinks")
"""Kinds that people meet for."""

BOOKED = ("booked", "planned", "scheduled", "arranged", "set", "pencilled", "penciled")
"""What is said of a meeting on a day ahead."""


def leads_to_kind(key: str) -> bool:
    """Whether a word may stand before a kind: ``had``, ``quick``, ``work``, ``45-min``."""
    known = key in FILLERS or key in ADJECTIVES or key in MODIFIERS or key in LENGTHS or key in NUMBERS
    return known or key.endswith(("-min", "-minute", "-hour"))


GIVEN_IN_WORDS = word_set("""
    feedback advice talk talks speech lecture presentation demo update notice directions instructions news
    permission warning number chance notes tips briefing reading summary
""")
"""What is given by speaking, and so is no gift: gave Ada feedback, gave Ada an update."""

GIVEN = {
    **dict.fromkeys(("bell", "buzz", "shout", "tinkle"), "call"),
    **dict.fromkeys(("lift", "ride", "hand", "hug", "tour", "lesson", "massage", "haircut"), "meeting"),
    **dict.fromkeys(("line", "note", "message", "text", "dm"), "message"),
    "email": "email",
    **dict.fromkeys(GIVEN_IN_WORDS, "meeting"),
}
"""The kind that what was given or dropped says, where it is no gift: gave Ada a bell, dropped Ada a line."""
