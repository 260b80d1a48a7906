"""French: hier, vendredi dernier, il y a deux semaines, déjeuner avec, d'ici vendredi."""

from netui.domain.languages.language import Language

_CAME = (
    "est venu",
    "est venue",
    "sont venus",
    "sont venues",
    "est passe",
    "est passee",
    "sont passes",
    "sont passees",
)
_TO_US = ("a la maison", "chez moi", "chez nous", "me voir", "nous voir")
_TO_EAT = ("diner", "dejeuner", "manger", "souper")

_DONE = (
    ("sommes", "alles allees sortis sorties restes restees partis parties"),
    ("on est", "alles allees sortis sorties restes restees partis parties"),
    ("avons", "mange vu regarde joue parle discute passe fait bu marche couru cuisine travaille fete danse"),
    ("on a", "mange vu regarde joue parle discute passe fait bu marche couru cuisine travaille fete danse"),
)
"""What the writer did with those named before it: ``Ada et moi sommes allés au cinéma``."""

LANGUAGE = Language(
    weekdays="lundi + lun|mardi + mar|mercredi + mer|jeudi + jeu|vendredi + ven|samedi + sam|dimanche + dim",
    months="janvier + janv jan|fevrier + fevr fev|+ mars|avril + avr|+ mai|juin|juillet + juil|aout"
    "|septembre + sept sep|octobre + oct|novembre + nov|decembre + dec",
    numbers="un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
    "|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt",
    units="days: jour jours|weeks: semaine semaines|months: mois|years: an ans annee annees"
    "|hours: heure heures|minutes: minute minutes",
    words="""
        coffee: kawa
        drinks: apero aperitif
        beer: biere bieres
        wine: pinard
        lunch: dej
        met: rencontree retrouvee croisee
        gave: offert offerte
        cancelled: annulons annulait
        pentecost: pentecote
        all-saints'-day: toussaint
        assumption-day: assomption
        epiphany-day: epiphanie
        for: pour
        walked: promene promenes promenee promenees
        message: texto textos
        called: rappele
        no: aucun aucune
        easter: paques
        yesterday: hier
        ereyesterday: avant-hier
        today: aujourd'hui
        tomorrow: demain
        overmorrow: apres-demain
        recently: recemment dernierement
        with: avec
        lunch: dejeuner dejeune
        breakfast: petit-dejeuner
        beer: biere bieres
        drinks: apero
        call: appel
        called: appele
        meeting: rendez-vous rdv
        met: rencontre retrouve croise
        visit: visite
        video: visio visioconference
        email: courriel
        gift: cadeau
        event: evenement
        talked: parle discute
        cancelled: annule annulee
        postponed: reporte reportee decale
        voicemail: repondeur messagerie
        never: jamais
        maybe: peut-etre
        nearly: presque
        must: dois devons
        should: devrais devrait devais devait devions devaient
        wanted: voulais voulait
        planned: prevu prevue planifie planifiee cale calee
        we: nous
        i: j'ai
        looks: cherche
        works: travaille bosse
        lives: habite
        loves: adore
        gets: recoit obtient
        thinks: pense
        plays: joue
        studies: etudie
        knows: connait
        wants: veut
        hopes: espere
        pregnant: enceinte
        ill: malade
        out: injoignable
        married: mariee maries
    """,
    shared="""
        called: telephone
        mother: mere maman
        father: pere papa
        sister: soeur
        brother: frere
        parents: parents
        neighbours: voisin voisine voisins
        received: recu recue
        goes: part va vient arrive revient
        moves: demenage
        starts: commence
        card: carte
        team: equipe l'equipe
        coffee: cafe
        dinner: diner souper dine
        meeting: reunion
        event: conference
        saw: vu revu
        without: sans
        drinks: verre verres
        letter: lettre
        and: et
        the: le la les l'
        a: un une
        my: mon ma mes
        our: notre nos
        his: son ses
        her: sa
        he: il
        she: elle
        i: je moi
        me: m'a
        friend: ami amie copain copine
        friends: amis amies copains
        colleague: collegue collegues
        family: famille
        children: enfants
        wife: femme
        husband: mari
        boss: patron patronne
        from: de du
        for: pour
        at: chez a au
        in: dans en
        by: d'ici
        about: sur
        not: pas
        but: mais
        xmas: noel
        also: aussi
        lives: vit
        likes: aime
        is: est
        are: sont
        knows: sait
        married: marie
    """,
    phrases="""
        vient d'appeler|telephoner = called
        vient de m'appeler = called me
        vient de passer = came
        tel avec {name} = call with {name}
        jeu video = game
        j'ai| eu {name} au tel|telephone = called {name}
        sms|mms|texto|msg|message a {name} = message to {name}
        sms|mms|msg de {name} = message from {name}
        suis| tombe|tombee sur {name} = met {name}
        j'ai|avons| repondu a {name} = messaged {name}
        suis| passe|passee voir|chez {name} = visited {name}
        est passe|passee|venu|venue = came
        sans succes|reponse = no answer
        ptit|p'tit dej = breakfast
        nous a rendu visite = visited us
        est passee|passe prendre un cafe = came for coffee
        une carte postale de = a letter from
        carte postale de = letter from
        avons dejeune = had lunch
        avons dine = had dinner
        avons dejeune ensemble = had lunch
        avons dine ensemble = had dinner
        avons pris un cafe = had coffee
        me doit = owes me
        nous doit = owes us
        le week-end = the weekend
        sommes promenes = walked
        nous sommes promenes = walked
        carte postale = a postcard
        j'ai|avons envoye = sent
        m'a envoye = sent me
        nous a envoye = sent us
        pendant {n} {unit} = for {n} {unit}
        au telephone = on phone
        j'ai eu {name} au telephone = called {name}
        eu {name} au telephone = called {name}
        m'a aide|aidee = helped me
        nous a aides = helped us
        j'ai aide = helped
        j'ai accompagne = accompanied
        j'ai ramene = drove
        j'ai recupere = collected
        j'ai offert = gave
        vu {name} = saw {name}
        aide {name} = helped {name}
        whatsapp|vocal|texto de = message from
        message vocal de = message from
        personne n'a repondu = no answer
        personne a la maison = nobody home
        m'a ecrit|envoye un mail = emailed me
        m'a ecrit un long mail = emailed me
        m'a ecrit|envoye une lettre = wrote me
        m'a rappele|rappelee|appele|appelee|telephone = called me
        m'a rappele de = reminded me to
        m'a rappele que = reminded me that
        texto a = message to
        mail envoye a = email to
        message envoye a = message to
        lettre envoyee a = letter to
        rencontre|croise par hasard = ran into
        alle|allee|alles voir = visited
        suis alle|allee voir = visited
        sommes alles voir = visited
        avant noel = before christmas
        avant paques = before easter
        {weekday} avant-dernier = penultimate {weekday}
        l'avant-dernier {weekday} = penultimate {weekday}
        n'aura pas lieu = didn't happen
        petit dejeuner = breakfast
        envoye un message a = message to
        recu un message de = message from
        envoye un mail a = email to
        recu un mail de = email from
        il y a huit jours = 7-8 days ago
        il y a quinze jours = 14-15 days ago
        dans huit jours = in 7-8 days
        dans quinze jours = in 14-15 days
        {weekday} {hh} = {weekday} {hh}
        hier {hh} = yesterday {hh}
        aujourd'hui {hh} = today {hh}
        demain {hh} = tomorrow {hh}
        il y a environ|presque {n} {unit} = about {n} {unit} ago
        il y a pres|plus de {n} {unit} = about {n} {unit} ago
        il y a a peu pres {n} {unit} = about {n} {unit} ago
        debut {month} = early {month}
        fin {month} = end {month}
        ~a noel = at christmas
        ~a paques = at easter
        a la toussaint = on 1 november
        nous a rejoint|rejoints = joined us
        est venu|venue aussi = came too
        etait la aussi = was there too
        etait la = was there
        n'a pas marche = didn't happen
        n'a pas pu = couldn't come
        n'a pas pu venir = couldn't come
        pas pu = couldn't
        ~a la mi-novembre = mid november
        il y a {n} {unit} = {n} {unit} ago
        il y a quelques {unit} = few {unit} ago
        y a {n} {unit} = {n} {unit} ago
        dans {n} {unit} = in {n} {unit}
        d'ici {n} {unit} = within {n} {unit}
        {weekday} dernier|passe = last {weekday}
        {weekday} prochain = next {weekday}
        le {weekday} dernier = last {weekday}
        ce {weekday} = this {weekday}
        {weekday} de la semaine derniere = {weekday} of last week
        {weekday} de la semaine prochaine = {weekday} of next week
        {weekday} en huit = {weekday} week
        {weekday} matin = {weekday} morning
        {weekday} soir = {weekday} evening
        {weekday} midi = {weekday} lunchtime
        {weekday} apres-midi = {weekday} afternoon
        le {nth} = the {nth}
        le {weekday} = on {weekday}
        le {weekday} {day} {month} = on {weekday} {day} {month}
        le {day} {month} = on {day} {month}
        le {date} = on {date}
        du {day} {month} = from {day} {month}
        avant le {day} {month} = before {day} {month}
        avant {weekday} = before {weekday}
        avant demain = before tomorrow
        avant la fin du mois = before end of month
        d'ici|pour {weekday} = by {weekday}
        d'ici a {weekday} = by {weekday}
        d'ici|pour demain = by tomorrow
        d'ici le|au {day} {month} = by {day} {month}
        d'ici|pour la fin du mois = by end of month
        d'ici fin {month} = by end {month}
        d'ici la fin de l'annee = by end of year
        d'ici la fin de la semaine = by end of week
        d'ici|pour la semaine prochaine = by next week
        pour le {day} {month} = by {day} {month}
        au plus tard {weekday} = by {weekday}
        jusqu'a {weekday} = until {weekday}
        jusqu'a demain = until tomorrow
        jusqu'au {day} {month} = until {day} {month}
        la semaine derniere = last week
        semaine derniere = last week
        cette semaine = this week
        la semaine prochaine = next week
        semaine prochaine = next week
        le mois dernier = last month
        ce mois-ci = this month
        le mois prochain = next month
        l'annee derniere = last year
        l'an dernier = last year
        l'autre jour = recently
        ce week-end = this weekend
        le week-end dernier = last weekend
        ce matin = this morning
        cet apres-midi = this afternoon
        ce soir = this evening
        ce midi = today
        hier matin = yesterday morning
        hier midi = yesterday lunchtime
        hier soir = yesterday evening
        hier apres-midi = yesterday afternoon
        demain matin = tomorrow morning
        demain soir = tomorrow evening
        ~a midi = at noon
        vers {hour} = at {hour}
        ~a {hour} = at {hour}
        a|vers {hour} heures = at {hour}
        a {h} heures et demie = at half past {h}
        a {h} heures et quart = at quarter past {h}
        a {h} heures moins le quart = at quarter to {h}
        de {hh} a {hour} = from {hh} to {hour}
        entre {hh} et {hour} = between {hh} and {hour}
        ~a {time} = at {time}
        vers {time} = at {time}
        vendredi saint = good friday
        le vendredi saint = on good friday
        le lundi de paques = on easter monday
        lundi de paques = easter monday
        le jour de l'an = new years day
        la veille de noel = christmas eve
        le lendemain de noel = boxing day
        pris un cafe avec = coffee with
        pris un cafe = coffee
        un cafe avec = coffee with
        cafe avec = coffee with
        un verre avec = drinks with
        pris|boire un verre = drinks
        verre avec = drinks with
        diner|souper avec = dinner with
        diner chez = dinner at
        diner chez {name} = dinner with {name}
        visite chez = visit to
        visite de = visit from
        chez {name} = with {name}
        coup de fil|telephone = call
        appel a = call to
        appel avec = call with
        appel de = call from
        mail a {name} = email to {name}
        mail de {name} = email from {name}
        ~mail|email a = email to
        ~mail|email de = email from
        ~message a = message to
        ~message de = message from
        lettre a = letter to
        lettre de = letter from
        au telephone avec = call with
        j'ai|a appele = called
        j'ai telephone a = called
        j'ai vu|revu = saw
        j'ai rencontre|croise = met
        j'ai parle|discute = talked
        j'ai ecrit a = messaged
        ecrit a = messaged
        telephone a = called
        ~a {name} = to {name}
        j'ai dejeune = lunch
        j'ai dine = dinner
        on a dejeune = lunch
        on a dine = dinner
        nous avons dejeune = lunch
        nous avons dine = dinner
        a telephone = called
        m'a ecrit = messaged
        m'a envoye un message|texto = messaged me
        m'a rendu visite = visited me
        nous a appele|appeles = called
        rendu visite a = visited
        et moi|je = and i
        et nous = and us
        n'est pas venu|venue = didn't come
        pas venu|venue = didn't come
        n'a pas repondu|decroche = didn't answer
        pas repondu|decroche = didn't answer
        pas de reponse = no answer
        finalement non = didn't happen
        n'a pas eu lieu = didn't happen
        est tombe a l'eau = fell through
        tombe a l'eau = fell through
        a annule = cancelled it
        m'a pose un lapin = stood me up
        laisse un message = left message
        failli appeler = nearly call
    """
    + "".join(f"{verb} {done} = went\n" for verb, some in _DONE for done in some.split())
    + "\n".join(f"{came} {where} = came over" for came in _CAME for where in _TO_US)
    + "".join(f"\n{came} {meal} = came for dinner" for came in _CAME for meal in _TO_EAT),
    labels="travail boulot perso prive famille amis ecole eglise sport bureau nouvelles journal matin soir"
    " midi apres-midi",
    interjections="bon ben bah alors enfin bref voila eh oh ah ok d'accord oui ouais tiens super hourra ouf"
    " apres ensuite puis finalement heureusement malheureusement d'ailleurs sinon bien du coup au fait",
)
