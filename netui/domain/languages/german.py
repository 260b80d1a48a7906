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
        beer: bierle bierchen pils weizen radler
        wine: wein weinchen gluhwein sekt schorle
        drinks: umtrunk absacker
        coffee: kaffchen kaffeechen kaffeeklatsch
        video: skypen facetimen zoomen
        via: bekommen erhalten gekriegt gestritten eingeladen vorbeigeschaut gelacht getanzt gelaufen gesessen
        via: geredet gejoggt gelernt gefahren gereist gegrubelt geschaut gesungen musiziert trainiert getrennt
        cancelled: absagt absagte
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
        just: gerade grad eben
        a: ne nen ner
        mother: mutter mama
        father: vater papa
        sister: schwester
        brother: bruder
        parents: eltern
        neighbours: nachbar nachbarin nachbarn
        flowers: blumen
        game: tennis karten fussball schach skat golf poker handball squash
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
        so um|gegen {hour} uhr = at {hour}
        so um|gegen {at} = at {at}
        tel mit {name} = call with {name}
        ~m {name} = with {name}
        ~u {name} = and {name}
        sprachi von|an {name} = message from {name}
        fiel|fallt|falle ins wasser = fell through
        ging schief = fell through
        keine zeit gehabt = didn't happen
        nur die mailbox = left voicemail
        nur der anrufbeantworter = left voicemail
        letzte|gestern nacht = last night
        e-mail|mail an {name} = email to {name}
        e-mail|mail|email von = email from
        whatsapp|sprachnachricht|sms von = message from
        hat mir geholfen = helped me
        hat uns geholfen = helped us
        half mir = helped me
        half uns = helped us
        niemand|keiner ging ran = no answer
        niemand zu hause = nobody home
        keiner|niemand da = no answer
        whatsapp|sms an {name} = message to {name}
        eine mail|e-mail geschrieben = emailed
        musste|mussten absagen = cancelled
        schuldet mir = owes me
        schuldet uns = owes us
        zum mittagessen getroffen = lunch
        zum abendessen getroffen = dinner
        zum kaffee getroffen = coffee
        auf einen kaffee getroffen = coffee
        auf ein bier getroffen = beer
        zum mittagessen|abendessen|kaffee|essen verabredet = planned
        um|gegen|ab {at} = at {at}
        von {h} bis {at} = from {h} to {at}
        von {h} bis {hour} uhr = from {h} to {hour}
        zwischen {h} und {at} = between {h} and {at}
        zwischen {h} und {hour} uhr = between {h} and {hour}
        um viertel nach {h} = at quarter past {h}
        um viertel vor {h} = at quarter to {h}
        um dreiviertel {h} = quarter to {h}
        fur {n} {unit} = for {n} {unit}
        um|gegen halb {half} = at {half}
        halb {half} = {half}
        am telefon = on phone
        zufallig getroffen|gesehen = meeting
        postkarte|karte|brief an = letter to
        karte|brief von = letter from
        zu besuch bei {name} = visit to {name}
        wegen krankheit abgesagt = was cancelled
        vor weihnachten = before christmas
        vor ostern = before easter
        findet|fand nicht statt = didn't happen
        fallt leider aus = fell through
        kaffeetrinken mit = coffee with
        nachricht bekommen von = message from
        vor acht tagen = 7-8 days ago
        in acht tagen = in 7-8 days
        nachricht hinterlassen = left message
        vor etwa|ungefahr|circa|ca|gut|fast|uber|knapp|rund {n} {unit} = about {n} {unit} ago
        vor mehr als {n} {unit} = about {n} {unit} ago
        mitte {month} = mid {month}
        anfang {month} = early {month}
        ende {month} = end {month}
        anfang der woche = earlier this week
        zu|an weihnachten = at christmas
        zu|an ostern = at easter
        uber ostern = over easter
        uber weihnachten = over christmas
        am nikolaustag = 6 december
        an silvester = on nye
        an neujahr = on new-year's-day
        kam dazu|mit = came along
        kam auch = came too
        war auch da|dabei = was also there
        war dabei = was there
        stiess dazu = came along
        nicht geklappt|geschafft|stattgefunden|passiert|zustande|hingehauen = didn't happen
        nicht gelungen = didn't happen
        klappte|doch nicht = didn't happen
        hat nicht geklappt|stattgefunden = didn't happen
        vor {n} {unit} = {n} {unit} ago
        heute vor {n} {unit} = {n} {unit} ago
        vor ein paar {unit} = few {unit} ago
        vor einigen {unit} = few {unit} ago
        vor kurzem = recently
        in {n} {unit} = in {n} {unit}
        heute in {n} {unit} = in {n} {unit}
        innerhalb von {n} {unit} = within {n} {unit}
        vorletzten|vorletzter {weekday} = penultimate {weekday}
        am vorletzten {weekday} = on penultimate {weekday}
        mittag gegessen = lunch
        abend gegessen = dinner
        letzten|letzter|vergangenen|vorigen {weekday} = last {weekday}
        am letzten|vergangenen {weekday} = last {weekday}
        am {weekday} letzter woche = {weekday} of last week
        am {weekday} nachster woche = {weekday} of next week
        {weekday} letzter|letzte|vergangener woche = {weekday} last week
        {weekday} nachster|nachste woche = {weekday} next week
        nachsten {weekday} = next {weekday}
        am nachsten {weekday} = next {weekday}
        kommenden {weekday} = coming {weekday}
        am kommenden {weekday} = coming {weekday}
        diesen {weekday} = this {weekday}
        {weekday} bis {weekday} = {weekday} to {weekday}
        am|den {nth} = the {nth}
        am {day} und {day} {month} = on {day} and {day} {month}
        {day} und {day} {month} = {day} and {day} {month}
        vom {day} bis {day} {month} = from {day} to {day} {month}
        {day} bis {day} {month} = {day} to {day} {month}
        am {weekday} = on {weekday}
        am {weekday} den {day} {month} = on {weekday} {day} {month}
        {weekday} den {day} {month} = {weekday} {day} {month}
        am|den {day} {month} = on {day} {month}
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
        letzte|vergangene|vorige woche = last week
        diese woche = this week
        nachste|kommende woche = next week
        letzten monat = last month
        nachsten monat = next month
        letztes jahr = last year
        nachstes jahr = next year
        am wochenende = the weekend
        letztes wochenende = last weekend
        am letzten wochenende = last weekend
        dieses wochenende = this weekend
        heute morgen|fruh|vormittag = this morning
        heute mittag = today
        heute nachmittag = this afternoon
        heute abend = this evening
        gestern morgen|fruh|vormittag|mittag|nachmittag|abend = yesterday
        morgen fruh|vormittag|nachmittag|abend = tomorrow
        {weekday} abend = {weekday} evening
        {weekday} nachmittag = {weekday} afternoon
        {weekday} morgen|fruh|vormittag = {weekday} morning
        um|gegen {hour} uhr = at {hour}
        {hour} uhr = {hour}
        um {time} uhr = at {time}
        um {time} = at {time}
        {time} uhr = {time}
        an heiligabend = on christmas-eve
        erster weihnachtstag = christmas day
        zweiter weihnachtstag = boxing day
        am ersten weihnachtstag = christmas day
        am zweiten weihnachtstag = boxing day
        mittag|mittags mit = lunch with
        zu mittag gegessen = lunch
        zu abend gegessen = dinner
        kaffee getrunken|trinken = coffee
        zum kaffee = for coffee
        zum mittagessen = for lunch
        zum abendessen = for dinner
        anruf bei = call to
        besuch bei = visit to
        besuch von = visit from
        bei {name} = with {name}
        mit der|dem {name} = with {name}
        nachricht an = message to
        ~mail an = email to
        ~sms an = message to
        sprach mit = talked with
        kam vorbei = came over
        telefonierte mit = call with
        rief an = called
        rief mich an = called me
        rief uns an = called us
        meldete sich = called
        und ich = and i
        habe|hab ich = have
        haben wir = have
        fiel|fallt aus = fell through
        ist ausgefallen = was cancelled
        kam nicht = didn't come
        kam doch nicht = didn't come
        nicht gekommen = didn't come
        nicht erschienen|aufgetaucht = no show
        sagte ab = cancelled it
        hat abgesagt = has cancelled
        hat mich versetzt = stood me up
        nicht erreicht|rangegangen|geantwortet = no answer
        keine antwort = no answer
        ging nicht ran = didn't pick up
        nahm nicht ab = didn't pick up
        ins wasser gefallen = fell through
        am ende nicht = didn't happen
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
    coming="kam kamen war waren schaute schauten",
    visits="vorbei | ruber | da | hier | zu besuch | bei uns | bei mir | zum essen | zum kaffee"
    " | zum mittagessen | zum abendessen",
    umlauts=True,
    labels="arbeit beruf beruflich dienstlich privat personlich familie freunde verein schule uni kirche"
    " sport update neuigkeiten tagebuch morgens vormittags mittags nachmittags abends buro",
    interjections="na ja naja nun also ach oh ah aha so ok okay gut tja hm ja juhu hurra puh endlich ubrigens"
    " apropos jedenfalls danach dann spater leider zum gluck glucklicherweise ehrlich gesagt uff super"
    " toll",
)
