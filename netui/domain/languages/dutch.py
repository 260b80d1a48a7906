"""Dutch: gisteren, afgelopen vrijdag, 3 dagen geleden, koffie met, voor vrijdag."""

from netui.domain.languages.language import Language

_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_PARTS = ("", "ochtend", "middag", "avond", "nacht")

_KINDS = (
    *((kind, kind) for kind in ("lunch", "call", "brunch", "drinks", "zoom", "meeting", "video", "event")),
    ("diner", "dinner"),
)
"""English words for kinds before ``met``, which is an English word too: ``call met Ada``."""

LANGUAGE = Language(
    weekdays="|".join(" ".join(f"{day}{part}" for part in _PARTS) + f" + {day[:2]}" for day in _WEEKDAYS),
    months="januari + jan|februari + feb|maart + mrt|+ april apr|+ mei|+ juni jun|+ juli jul|+ augustus aug"
    "|+ september sep sept|oktober + okt|+ november nov|+ december dec",
    numbers="een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    "|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig",
    units="days: dag dagen|weeks: week weken|months: maand maanden|years: jaar jaren"
    "|hours: uur uren|minutes: minuut minuten",
    words="""
        yesterday: gister
        drinks: vrijmibo
        beer: pilsje pilsjes pintje pintjes
        wine: wijn wijntje wijntjes
        tea: thee theetje
        coffee: bakkie
        dinner: dineetje
        via: gekregen ontvangen ontbeten gezeten gedaan gelopen gekletst gelachen gedanst gerend gereden
        walk: rondje
        pentecost: pinksteren
        ascension-day: hemelvaart hemelvaartsdag
        king's-day: koningsdag
        st-nicholas'-eve: sinterklaas pakjesavond
        epiphany-day: driekoningen
        missed: gemist gemiste
        messaged: schreef schreven
        sent: stuurde stuurden
        letter: ansichtkaart kaartje
        easter: pasen
        yesterday: gisteren gisteravond gisterenavond gistermiddag gisterochtend gistermorgen
        ereyesterday: eergisteren eergisteravond eergistermiddag eergisterochtend
        today: vandaag vanmorgen vanochtend vanmiddag
        tonight: vanavond
        tomorrow: morgen
        overmorrow: overmorgen
        recently: onlangs laatst
        coffee: koffie koffietje
        dinner: avondeten etentje
        breakfast: ontbijt
        drinks: borrel borrelen
        beer: biertje biertjes
        call: telefoontje telefoongesprek
        meeting: vergadering afspraak overleg
        visit: bezoek
        message: bericht berichtje
        video: videogesprek videocall videobellen beeldbellen gebeeldbeld
        gift: cadeau cadeautje
        event: evenement
        called: belde
        talked: sprak
        via: gegeten gedronken gewandeld gefietst gepraat gesport gekookt gevierd gewerkt gespeeld geweest
        have: heb hebben
        cancelled: afgezegd geannuleerd afgelast
        postponed: uitgesteld verzet
        not: niet
        no: geen
        never: nooit
        maybe: misschien
        nearly: bijna
        must: moet moeten
        wanted: wilde wilden
        should: zou zouden
        without: zonder
        i: ik
        we: wij
        nye: oudejaarsavond
        christmas-eve: kerstavond
        planned: gepland gereserveerd ingepland
        looks: zoekt
        just: toevallig spontaan
        went: gingen aten dronken speelden praatten keken fietsten wandelden kookten dansten vierden
        walk: wandeling
        works: werkt
        lives: woont
        likes: houdt
        has: heeft
        thinks: denkt
        plays: speelt
        studies: studeert
        knows: kent weet
        gets: krijgt
        hopes: hoopt
        pregnant: zwanger
        ill: ziek
        married: getrouwd
        moved: verhuisd
    """,
    shared="""
        just: net zojuist
        just: even
        mother: moeder mama
        father: vader papa
        sister: zus zusje
        brother: broer broertje
        parents: ouders
        neighbours: buurman buurvrouw buren
        flowers: bloemen
        card: kaart
        goes: gaat komt vertrekt vliegt
        moves: verhuist
        starts: begint
        with: met
        and: en
        about: over
        saw: zag
        met: ontmoette
        letter: brief
        beer: bier
        dinner: diner
        the: de het
        a: een
        my: mijn
        our: ons onze
        his: zijn
        her: haar
        he: hij
        she: zij ze
        me: mij
        friend: vriend vriendin
        friends: vrienden vriendinnen
        colleague: collega
        colleagues: collega's
        family: familie gezin
        children: kinderen
        wife: vrouw
        husband: man
        boss: baas
        from: van
        for: voor
        at: bij
        on: op
        to: aan
        was: was
        but: maar
        also: ook
        here: hier
        xmas: kerst kerstmis
        wants: wil
        will: wordt
    """,
    phrases="""
        {weekday} {hour} uur = {weekday} {hour}
        {hour} uur = {hour}
        een|zo'n| paar biertjes|pilsjes|wijntjes|drankjes = drinks
        bij {name} thuis = with {name}
        liep|liepen {name} tegen het lijf = met {name}
        bakje|kopje|kop koffie = coffee
        tel met {name} = call with {name}
        ~m {name} = with {name}
        aan de lijn gehad = called
        aan de telefoon gehad = called
        aan de telefoon gezeten = on the phone
        kwam|kwamen {name} tegen = met {name}
        mailtje|mail|email|e-mail aan|naar {name} = email to {name}
        mailtje|mail|email|e-mail van {name} = email from {name}
        langs|op bezoek geweest bij {name} = visited {name}
        zonder succes = no answer
        kwam op de koffie = came for coffee
        hielp me = helped me
        hielp mij = helped me
        hielp ons = helped us
        spraakbericht van = message from
        niemand nam op = no answer
        niemand thuis = nobody home
        en ik zijn = and i went
        en ik waren = and i went
        en ik hadden = and i had
        mail naar = email to
        email naar = email to
        e-mail naar = email to
        het weekend = the weekend
        om {at} = at {at}
        rond {at} = at {at}
        tegen {at} = at {at}
        vanaf {at} = at {at}
        van {h} tot {at} = from {h} to {at}
        tussen {h} en {at} = between {h} and {at}
        om kwart over {h} = at quarter past {h}
        om kwart voor {h} = at quarter to {h}
        om half {half} = at {half}
        rond half {half} = at {half}
        ~half {half} = {half}
        aan de telefoon = on the phone
        toevallig tegengekomen = meeting
        toevallig gezien = meeting
        brief gekregen van = letter from
        kaart gekregen van = letter from
        bericht gekregen van = message from
        mail gekregen van = email from
        appje gekregen van = message from
        mail gestuurd naar = email to
        mail gestuurd aan = email to
        bericht gestuurd naar = message to
        bericht gestuurd aan = message to
        appje van = message from
        appje aan = message to
        appje naar = message to
        niet kunnen bereiken = no answer
        op bezoek bij {name} = visit to {name}
        voor kerst = before christmas
        voor pasen = before easter
        voor het eind van de week = before end of week
        voorlaatste {weekday} = penultimate {weekday}
        gaat niet door = fell through
        acht dagen geleden = 7-8 days ago
        over acht dagen = in 7-8 days
        bericht achtergelaten = left message
        voicemail ingesproken = left voicemail
        ongeveer {n} {unit} geleden = about {n} {unit} ago
        bijna {n} {unit} geleden = about {n} {unit} ago
        ruim {n} {unit} geleden = about {n} {unit} ago
        zo'n {n} {unit} geleden = about {n} {unit} ago
        meer dan {n} {unit} geleden = about {n} {unit} ago
        ~half {month} = mid {month}
        medio {month} = mid {month}
        begin {month} = early {month}
        eind {month} = end {month}
        met kerst = at christmas
        met pasen = at easter
        op koningsdag = 27 april
        op sinterklaas = 5 december
        op kerstavond = on christmas-eve
        op oudejaarsavond = on nye
        kwam erbij = came along
        kwam ook = came too
        was er ook = was there too
        was erbij = was there
        niet gelukt = didn't happen
        lukte niet = didn't happen
        kon niet = couldn't come
        {n} {unit} geleden = {n} {unit} ago
        een paar {unit} geleden = few {unit} ago
        paar {unit} geleden = few {unit} ago
        over {n} {unit} = in {n} {unit}
        binnen {n} {unit} = within {n} {unit}
        vorige {weekday} = last {weekday}
        afgelopen {weekday} = last {weekday}
        laatste {weekday} = last {weekday}
        volgende {weekday} = next {weekday}
        komende {weekday} = coming {weekday}
        aanstaande {weekday} = coming {weekday}
        aankomende {weekday} = coming {weekday}
        deze {weekday} = this {weekday}
        {weekday} vorige week = {weekday} last week
        vorige week {weekday} = last week {weekday}
        {weekday} volgende week = {weekday} next week
        {weekday} van vorige week = {weekday} of last week
        op de {nth} = the {nth}
        de {nth} = the {nth}
        op {weekday} = on {weekday}
        op {weekday} {day} {month} = on {weekday} {day} {month}
        op {day} {month} = on {day} {month}
        op {date} = on {date}
        voor {weekday} = before {weekday}
        voor {day} {month} = before {day} {month}
        voor morgen = by tomorrow
        voor eind {month} = by end {month}
        voor het einde van de maand = by end of month
        voor eind van de maand = by end of month
        voor volgende week = by next week
        uiterlijk {weekday} = by {weekday}
        uiterlijk {day} {month} = by {day} {month}
        uiterlijk morgen = by tomorrow
        tegen {weekday} = by {weekday}
        eind van de maand = end of the month
        tot {weekday} = until {weekday}
        tot {day} {month} = until {day} {month}
        {weekday} tot {weekday} = {weekday} to {weekday}
        vorige week = last week
        afgelopen week = last week
        deze week = this week
        volgende week = next week
        komende week = next week
        vorige maand = last month
        volgende maand = next month
        vorig jaar = last year
        dit weekend = this weekend
        in het weekend = the weekend
        afgelopen weekend = last weekend
        vorig weekend = last weekend
        morgen vroeg = tomorrow morning
        morgenochtend = tomorrow
        morgenmiddag = tomorrow
        morgenavond = tomorrow
        om {hour} uur = at {hour}
        rond {hour} uur = at {hour}
        om {time} uur = at {time}
        om {time} = at {time}
        goede vrijdag = good friday
        op goede vrijdag = on good friday
        bezoek aan = visit to
        bezoek bij = visit to
        bezoek van = visit from
        bij {name} = with {name}
        eerste kerstdag = christmas day
        tweede kerstdag = boxing day
        tweede paasdag = easter monday
        koffie met = coffee with
        koffie gedronken = coffee
        ~lunch met = lunch with
        borrel met = drinks with
        ~diner met = dinner with
        ~call met = call with
        geluncht met = lunch with
        gebeld met = call with
        gesproken met = meeting with
        telefoontje van = call from
        telefoontje met = call with
        mail aan = email to
        ~mail van = email from
        email aan = email to
        ~email van = email from
        bericht aan = message to
        bericht van = message from
        brief aan = letter to
        brief van = letter from
        sprak met = talked with
        belde me = called me
        belde mij = called me
        en ik = and i
        heb ik = have
        hebben we = have
        kwam niet = didn't come
        niet gekomen = didn't come
        kwam niet opdagen = no show
        niet opgedaagd = no show
        ging niet door = fell through
        niet doorgegaan = fell through
        toch niet = didn't happen
        in het water gevallen = fell through
        nam niet op = didn't answer
        niet opgenomen = no answer
        niet bereikt = no answer
        geen antwoord = no answer
        geen gehoor = no answer
        heeft afgezegd = has cancelled
        zegde af = cancelled it
        belde af = cancelled it
    """
    + "".join(
        f"{kind} met {who} = {english} with {who}\n" for kind, english in _KINDS for who in ("{name}", "{@}")
    ),
    participles="call called: gebeld opgebeld getelefoneerd gefacetimed"
    "|meeting met: tegengekomen gezien gesproken ontmoet|visit visited: bezocht"
    "|message messaged: geappt geschreven|email emailed: gemaild|lunch lunch: geluncht"
    "|meeting met: geholpen opgehaald weggebracht gebracht uitgezwaaid gefeliciteerd opgezocht"
    "|video zoomed: geskypet gezoomd|gift gave: gegeven"
    "|sent sent: gestuurd",
    mine="heb hebben",
    theirs="heeft",
    coming="kwam kwamen was waren",
    visits="langs | eten | lunchen | op bezoek | op de koffie | bij ons | bij mij",
    labels="werk kantoor prive persoonlijk familie gezin vrienden school kerk sport dagboek nieuws ochtend"
    " middag avond",
    interjections="nou tja ja oh ah ach ok oke okay zo he he eindelijk gelukkig trouwens dus daarna later"
    " joepie hoera pff goed even",
)
