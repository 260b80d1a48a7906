"""German: gestern, letzten Freitag, vor 3 Tagen, Kaffee mit, bis Freitag."""

from netui.domain.languages.language import Language

_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_PARTS = ("", "fruh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")

LANGUAGE = Language(
    weekdays="|".join(
        " ".join(f"{day}{part}" for part in _PARTS) + f" + {day[:2]}" for day in _WEEKDAYS
    ).replace("samstag ", "samstag sonnabend ", 1),
    months="januar janner + jan jun|februar + feb feber|marz maerz + mrz|+ april apr|+ mai|+ juni jun"
    "|+ juli jul|+ august aug|+ september sep sept|oktober + okt|+ november nov|dezember + dez",
    numbers="ein eine einem einer einen eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf"
    "|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig",
    units="days: tag tage tagen|weeks: woche wochen|months: monat monate monaten|years: jahr jahre jahren"
    "|hours: stunde stunden|minutes: minute minuten",
    words="""
        pentecost: pfingsten
        whit-sunday: pfingstsonntag
        whit-monday: pfingstmontag
        ascension-day: himmelfahrt
        all-saints'-day: allerheiligen
        corpus-christi: fronleichnam
        ash-wednesday: aschermittwoch
        missed: verpasst
        messaged: schrieb schrieben
        sent: schickte schickten
        planned: verabredet
        via: gegrillt gefruhstuckt
        easter: ostern
        call: telefon
        yesterday: gestern
        ereyesterday: vorgestern
        today: heute
        tomorrow: morgen
        overmorrow: ubermorgen
        recently: neulich kurzlich letztens
        with: mit
        and: und sowie
        coffee: kaffee kaffeetrinken kaffeepause
        lunch: mittagessen
        dinner: abendessen abendbrot
        breakfast: fruhstuck
        beer: bier bierchen feierabendbier
        call: anruf telefonat
        meeting: treffen besprechung verabredung
        visit: besuch
        message: nachricht
        letter: postkarte
        gift: geschenk
        video: videoanruf videocall videokonferenz videotelefonat videochat
        event: veranstaltung
        saw: sah
        met: traf
        called: rief
        via: gegessen getrunken gegangen gefeiert gewandert spaziert geredet gequatscht gearbeitet gespielt
        via: gekocht verbracht unterhalten gewesen geplaudert essen
        visited: besuchte
        cancelled: abgesagt ausgefallen geplatzt storniert
        postponed: verschoben verlegt
        voicemail: anrufbeantworter
        not: nicht
        no: kein keine keinen
        never: nie niemals
        maybe: vielleicht
        nearly: beinahe
        must: muss mussen
        wanted: wollte wollten mochte
        should: soll sollte sollten
        planned: geplant vereinbart ausgemacht gebucht reserviert angesetzt
        about: wegen
        without: ohne
        i: ich
        we: wir
        have: habe haben
        had: hatte hatten
        christmas-eve: heiligabend
        good-friday: karfreitag
        easter-sunday: ostersonntag
        easter-monday: ostermontag
        new-year's-day: neujahr
        xmas: weihnachten
        needs: braucht
        looks: sucht
        works: arbeitet jobbt
        lives: wohnt lebt
        loves: liebt
        hates: hasst
        gets: bekommt kriegt
        thinks: denkt uberlegt
        plays: spielt
        studies: studiert lernt
        hopes: hofft
        knows: kennt weiss
        is: ist
        are: sind
        will: wird
        owes: schuldet
        pregnant: schwanger
        just: zufallig spontan
        went: gingen fuhren assen tranken spielten redeten machten feierten kochten wanderten liefen sassen
        went: schauten joggten tanzten arbeiteten quatschten plauderten fruhstuckten
        walk: spaziergang
        ill: krank
        out: unerreichbar
        married: verheiratet geheiratet
        birthday: geburtstag
    """,
    shared="""
        goes: fahrt fliegt reist kommt geht
        moves: zieht
        starts: beginnt fangt
        was: war waren
        the: der die das den dem des
        a: ein eine einen einem einer
        my: mein meine meinem meiner meinen
        our: unser unsere unserem unserer
        his: sein seine seinem seiner
        her: ihr ihre ihrem ihrer
        he: er
        she: sie
        me: mich mir uns
        friend: freund freundin
        friends: freunde freunden
        colleague: kollege kollegin kollegen
        family: familie
        children: kinder kindern
        wife: frau
        husband: mann
        boss: chef chefin
        letter: brief
        event: konferenz
        from: von vom
        for: fur
        at: bei beim
        on: am
        in: im
        by: bis spatestens
        has: hat
        have: hab
        was: war
        via: an
        but: aber
        wants: will
        almost: fast
        also: auch
        here: hier
        nye: silvester
        about: uber
        voicemail: mailbox
        likes: mag
        plans: plant
    """,
    phrases="""
        nur die mailbox = left voicemail
        nur der anrufbeantworter = left voicemail
        letzte nacht = last night
        e-mail an {name} = email to {name}
        mail an {name} = email to {name}
        e-mail von = email from
        whatsapp von = message from
        sprachnachricht von = message from
        hat mir geholfen = helped me
        hat uns geholfen = helped us
        half mir = helped me
        half uns = helped us
        niemand ging ran = no answer
        keiner ging ran = no answer
        niemand zu hause = nobody home
        keiner da = no answer
        whatsapp an {name} = message to {name}
        sms an {name} = message to {name}
        eine mail geschrieben = emailed
        eine e-mail geschrieben = emailed
        musste absagen = cancelled
        mussten absagen = cancelled
        schuldet mir = owes me
        schuldet uns = owes us
        zum mittagessen getroffen = lunch
        zum abendessen getroffen = dinner
        zum kaffee getroffen = coffee
        auf einen kaffee getroffen = coffee
        auf ein bier getroffen = beer
        zum mittagessen verabredet = planned
        zum abendessen verabredet = planned
        zum kaffee verabredet = planned
        zum essen verabredet = planned
        um {at} = at {at}
        gegen {at} = at {at}
        ab {at} = at {at}
        von {h} bis {at} = from {h} to {at}
        von {h} bis {hour} uhr = from {h} to {hour}
        zwischen {h} und {at} = between {h} and {at}
        zwischen {h} und {hour} uhr = between {h} and {hour}
        um viertel nach {h} = at quarter past {h}
        um viertel vor {h} = at quarter to {h}
        um dreiviertel {h} = quarter to {h}
        fur {n} {unit} = for {n} {unit}
        um halb {half} = at {half}
        gegen halb {half} = at {half}
        halb {half} = {half}
        am telefon = on phone
        zufallig getroffen = meeting
        zufallig gesehen = meeting
        postkarte an = letter to
        karte an = letter to
        karte von = letter from
        zu besuch bei {name} = visit to {name}
        wegen krankheit abgesagt = was cancelled
        vor weihnachten = before christmas
        vor ostern = before easter
        findet nicht statt = didn't happen
        fallt leider aus = fell through
        kaffeetrinken mit = coffee with
        nachricht bekommen von = message from
        vor acht tagen = 7-8 days ago
        in acht tagen = in 7-8 days
        nachricht hinterlassen = left message
        vor etwa {n} {unit} = about {n} {unit} ago
        vor ungefahr {n} {unit} = about {n} {unit} ago
        vor circa {n} {unit} = about {n} {unit} ago
        vor ca {n} {unit} = about {n} {unit} ago
        vor gut {n} {unit} = about {n} {unit} ago
        vor fast {n} {unit} = about {n} {unit} ago
        vor uber {n} {unit} = about {n} {unit} ago
        vor knapp {n} {unit} = about {n} {unit} ago
        vor rund {n} {unit} = about {n} {unit} ago
        vor mehr als {n} {unit} = about {n} {unit} ago
        mitte {month} = mid {month}
        anfang {month} = early {month}
        ende {month} = end {month}
        anfang der woche = earlier this week
        zu weihnachten = at christmas
        an weihnachten = at christmas
        zu ostern = at easter
        an ostern = at easter
        uber ostern = over easter
        uber weihnachten = over christmas
        am nikolaustag = 6 december
        an silvester = on nye
        an neujahr = on new-year's-day
        kam dazu = came along
        kam mit = came along
        kam auch = came too
        war auch da = was also there
        war auch dabei = was also there
        war dabei = was there
        stiess dazu = came along
        nicht geklappt = didn't happen
        nicht geschafft = didn't happen
        nicht stattgefunden = didn't happen
        nicht passiert = didn't happen
        nicht zustande = didn't happen
        nicht hingehauen = didn't happen
        nicht gelungen = didn't happen
        klappte nicht = didn't happen
        hat nicht geklappt = didn't happen
        vor {n} {unit} = {n} {unit} ago
        heute vor {n} {unit} = {n} {unit} ago
        vor ein paar {unit} = few {unit} ago
        vor einigen {unit} = few {unit} ago
        vor kurzem = recently
        in {n} {unit} = in {n} {unit}
        heute in {n} {unit} = in {n} {unit}
        innerhalb von {n} {unit} = within {n} {unit}
        vorletzten {weekday} = penultimate {weekday}
        vorletzter {weekday} = penultimate {weekday}
        am vorletzten {weekday} = on penultimate {weekday}
        mittag gegessen = lunch
        abend gegessen = dinner
        letzten {weekday} = last {weekday}
        letzter {weekday} = last {weekday}
        am letzten {weekday} = last {weekday}
        vergangenen {weekday} = last {weekday}
        am vergangenen {weekday} = last {weekday}
        vorigen {weekday} = last {weekday}
        am {weekday} letzter woche = {weekday} of last week
        am {weekday} nachster woche = {weekday} of next week
        {weekday} letzter woche = {weekday} last week
        {weekday} letzte woche = {weekday} last week
        {weekday} vergangener woche = {weekday} last week
        {weekday} nachster woche = {weekday} next week
        {weekday} nachste woche = {weekday} next week
        nachsten {weekday} = next {weekday}
        am nachsten {weekday} = next {weekday}
        kommenden {weekday} = coming {weekday}
        am kommenden {weekday} = coming {weekday}
        diesen {weekday} = this {weekday}
        {weekday} bis {weekday} = {weekday} to {weekday}
        am {nth} = the {nth}
        den {nth} = the {nth}
        am {day} und {day} {month} = on {day} and {day} {month}
        {day} und {day} {month} = {day} and {day} {month}
        vom {day} bis {day} {month} = from {day} to {day} {month}
        {day} bis {day} {month} = {day} to {day} {month}
        am {weekday} = on {weekday}
        am {weekday} den {day} {month} = on {weekday} {day} {month}
        {weekday} den {day} {month} = {weekday} {day} {month}
        am {day} {month} = on {day} {month}
        den {day} {month} = on {day} {month}
        am {date} = on {date}
        vor {weekday} = before {weekday}
        vor dem {day} {month} = before {day} {month}
        bis {weekday} = by {weekday}
        bis zum {weekday} = by {weekday}
        bis zum {day} {month} = by {day} {month}
        bis {day} {month} = by {day} {month}
        bis {date} = by {date}
        bis zum {date} = by {date}
        bis morgen = by tomorrow
        bis heute abend = by today
        bis spatestens = by
        bis ende {month} = by end {month}
        bis ende des monats = by end of month
        bis monatsende = by eom
        bis jahresende = by eoy
        bis ende des jahres = by end of year
        bis ende der woche = by end of week
        bis wochenende = by weekend
        bis zum wochenende = by the weekend
        letzte woche = last week
        vergangene woche = last week
        vorige woche = last week
        diese woche = this week
        nachste woche = next week
        kommende woche = next week
        letzten monat = last month
        nachsten monat = next month
        letztes jahr = last year
        nachstes jahr = next year
        am wochenende = the weekend
        letztes wochenende = last weekend
        am letzten wochenende = last weekend
        dieses wochenende = this weekend
        heute morgen = this morning
        heute fruh = this morning
        heute vormittag = this morning
        heute mittag = today
        heute nachmittag = this afternoon
        heute abend = this evening
        gestern morgen = yesterday
        gestern fruh = yesterday
        gestern vormittag = yesterday
        gestern mittag = yesterday
        gestern nachmittag = yesterday
        gestern abend = yesterday
        gestern nacht = last night
        morgen fruh = tomorrow
        morgen vormittag = tomorrow
        morgen nachmittag = tomorrow
        morgen abend = tomorrow
        {weekday} abend = {weekday} evening
        {weekday} nachmittag = {weekday} afternoon
        {weekday} morgen = {weekday} morning
        {weekday} fruh = {weekday} morning
        {weekday} vormittag = {weekday} morning
        um {hour} uhr = at {hour}
        gegen {hour} uhr = at {hour}
        {hour} uhr = {hour}
        um {time} uhr = at {time}
        um {time} = at {time}
        {time} uhr = {time}
        an heiligabend = on christmas-eve
        erster weihnachtstag = christmas day
        zweiter weihnachtstag = boxing day
        am ersten weihnachtstag = christmas day
        am zweiten weihnachtstag = boxing day
        mittag mit = lunch with
        mittags mit = lunch with
        zu mittag gegessen = lunch
        zu abend gegessen = dinner
        kaffee getrunken = coffee
        kaffee trinken = coffee
        zum kaffee = for coffee
        zum mittagessen = for lunch
        zum abendessen = for dinner
        mail von = email from
        email von = email from
        anruf bei = call to
        besuch bei = visit to
        besuch von = visit from
        bei {name} = with {name}
        mit der {name} = with {name}
        mit dem {name} = with {name}
        nachricht an = message to
        ~mail an = email to
        brief an = letter to
        brief von = letter from
        ~sms an = message to
        sms von = message from
        sprach mit = talked with
        kam vorbei = came over
        nachricht geschickt = message
        telefonierte mit = call with
        rief an = called
        rief mich an = called me
        rief uns an = called us
        meldete sich = called
        und ich = and i
        habe ich = have
        hab ich = have
        haben wir = have
        fiel aus = fell through
        ist ausgefallen = was cancelled
        fallt aus = fell through
        fand nicht statt = didn't happen
        hat nicht stattgefunden = didn't happen
        kam nicht = didn't come
        kam doch nicht = didn't come
        nicht gekommen = didn't come
        nicht erschienen = no show
        nicht aufgetaucht = no show
        sagte ab = cancelled it
        hat abgesagt = has cancelled
        hat mich versetzt = stood me up
        nicht erreicht = no answer
        keine antwort = no answer
        niemand da = no answer
        nicht rangegangen = no answer
        ging nicht ran = didn't pick up
        nahm nicht ab = didn't pick up
        ins wasser gefallen = fell through
        doch nicht = didn't happen
        am ende nicht = didn't happen
        nicht geantwortet = no answer
        hat nicht geantwortet = didn't answer
        auf die mailbox gesprochen = left a voicemail
        hatte vor = planned
    """,
    participles="call called: angerufen telefoniert gemeldet"
    "|meeting met: begegnet getroffen gesehen gesprochen kennengelernt"
    "|visit visited: besucht|message messaged: geschrieben gesimst|email emailed: gemailt"
    "|meeting met: geholfen abgeholt begleitet gratuliert verabschiedet wiedergesehen gebracht"
    "|video zoomed: geskypt gezoomt gefacetimt"
    "|sent sent: geschickt gesendet|gift gave: geschenkt",
    mine="habe hab haben bin sind",
    theirs="hat",
    coming="kam kamen war waren",
    visits="vorbei | ruber | da | hier | zu besuch | bei uns | bei mir | zum essen | zum kaffee"
    " | zum mittagessen | zum abendessen",
    umlauts=True,
)
