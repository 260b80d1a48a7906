"""Italian: ieri, venerdì scorso, 3 giorni fa, pranzo con, entro venerdì."""

from netui.domain.languages.language import Language

_CAME = (
    "e venuto",
    "e venuta",
    "sono venuti",
    "sono venute",
    "e passato",
    "e passata",
    "sono passati",
    "sono passate",
)
_TO_US = ("a casa", "da me", "da noi", "a trovarmi", "a trovarci", "a cena", "a pranzo", "a mangiare")

_DONE = (
    ("siamo", "andati andate stati state usciti uscite rimasti rimaste"),
    ("abbiamo", "mangiato visto guardato giocato parlato fatto bevuto camminato corso cucinato lavorato"),
    ("abbiamo", "festeggiato ballato chiacchierato ascoltato"),
)
"""What the writer did with those named before it: ``Ada e io siamo andati al cinema``."""

LANGUAGE = Language(
    weekdays="lunedi + lun|martedi + mar|mercoledi + mer|giovedi + gio|venerdi + ven|sabato + sab"
    "|domenica + dom",
    months="gennaio + gen|febbraio + feb|+ marzo mar|aprile + apr|maggio + mag|giugno + giu|luglio + lug"
    "|agosto + ago|settembre + set sett|ottobre + ott|+ novembre nov|dicembre + dic",
    numbers="un uno una un'|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici"
    "|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|venti",
    units="days: giorno giorni|weeks: settimana settimane|months: mese mesi|years: anno anni"
    "|hours: ora ore un'ora|minutes: minuto minuti",
    words="""
        drinks: apericena aperitivino
        beer: birrette birrozza
        wine: vino vinello
        coffee: caffettino caffeino caffettini
        lunch: pranzetto
        dinner: cenetta
        called: sentito
        met: beccato beccata incrociato incrociata
        gave: regalato
        cancelled: cancellato cancellata
        assumption-day: ferragosto
        epiphany-day: epifania
        all-saints'-day: ognissanti
        pentecost: pentecoste
        letter: cartolina
        walked: passeggiato
        called: sentita
        no: niente nessun nessuna
        easter: pasqua
        yesterday: ieri
        ereyesterday: avantieri avant'ieri altroieri l'altroieri
        yesterday: iersera
        today: oggi stamattina stamani
        tonight: stasera
        tomorrow: domani
        overmorrow: dopodomani
        recently: recentemente ultimamente
        coffee: caffe
        lunch: pranzo pranzato
        dinner: cena cenato
        breakfast: colazione
        beer: birra birre birretta
        drinks: aperitivo
        call: telefonata chiamata
        called: chiamato telefonato
        meeting: riunione incontro appuntamento
        met: incontrato conosciuto
        saw: visto rivisto
        talked: parlato chiacchierato
        visited: visitato
        video: videochiamata videochiamate
        message: messaggio
        letter: lettera
        gift: regalo
        event: evento
        cancelled: annullato annullata disdetto saltato saltata
        postponed: rimandato rimandata rinviato rinviata spostato
        voicemail: segreteria
        maybe: forse
        must: devo dobbiamo
        wanted: volevo volevamo
        planned: dovevo dovevamo
        without: senza
        boxing-day: santo-stefano
        new-year: capodanno
        easter-monday: pasquetta
        planned: previsto prevista programmato programmata fissato fissata prenotato prenotata pianificato
        looks: cerca
        works: lavora
        lives: vive abita
        likes: piace
        wants: vuole
        thinks: pensa
        plays: gioca
        studies: studia
        knows: conosce
        pregnant: incinta
        ill: malato malata
        out: irraggiungibile
        married: sposato sposata sposati
    """,
    shared="""
        drinks: ape
        wine: spritz prosecco
        mother: madre mamma
        father: padre papa
        sister: sorella
        brother: fratello
        parents: genitori
        neighbours: vicino vicina vicini
        flowers: fiori
        goes: va parte viene arriva torna
        moves: trasferisce
        starts: inizia comincia
        with: con
        team: squadra
        visit: visita
        nearly: quasi
        xmas: natale
        and: e ed
        the: il lo la i gli le
        a: un una uno
        my: mio mia miei mie
        our: nostro nostra
        his: suo
        her: sua
        he: lui
        she: lei
        i: io
        we: noi
        me: me mi
        friend: amico amica
        friends: amici amiche
        colleague: collega colleghi colleghe
        family: famiglia
        children: bambini figli
        wife: moglie
        husband: marito
        boss: capo
        at: da dal al
        in: a
        from: di
        for: per
        by: entro
        not: non
        never: mai
        but: ma
        also: anche
        has: ha
        is: sta
        loves: ama
    """,
    phrases="""
        e il|la {name} = and {name}
        {weekday} {hh} = {weekday} {hh}
        ha appena chiamato|telefonato = called
        sms|msg a|ad {name} = message to {name}
        sms|msg da|di {name} = message from {name}
        mail|email di {name} = email from {name}
        san silvestro = nye
        chiamata persa da = missed call from
        ci e venuta|venuto a trovare = visited us
        mi e venuta|venuto a trovare = visited me
        e passata|passato per un caffe = came for coffee
        visita di {name} = visit from {name}
        ieri l'altro = ereyesterday
        abbiamo pranzato insieme = had lunch
        abbiamo cenato insieme = had dinner
        abbiamo preso un caffe = had coffee
        mail|email a {name} = email to {name}
        mail ad {name} = email to {name}
        mi deve = owes me
        ci deve = owes us
        ci siamo visti|viste|incontrati = met
        mi ha mandato|inviato|spedito = sent me
        ci ha mandato = sent us
        ho mandato una cartolina a|ad = letter to
        ho mandato una lettera a|ad = letter to
        ho mandato un messaggio a|ad = message to
        ho mandato una mail ad = email to
        abbiamo passeggiato = walked
        per {n} {unit} = for {n} {unit}
        al telefono = on phone
        mi ha aiutato|aiutata = helped me
        ci ha aiutato = helped us
        ho aiutato = helped
        ho accompagnato|accompagnata = accompanied
        ho regalato = gave
        whatsapp da|di = message from
        vocale da|di = message from
        nessuno ha risposto = no answer
        nessuno in casa = nobody home
        ad {name} = to {name}
        sentito dire = heard
        a casa di {name} = with {name}
        ho incontrato per caso = ran into
        incontrato per caso = ran into
        mi ha chiamato|telefonato {name} = call from {name}
        mi ha scritto {name} = message from {name}
        andato|andata|andati a trovare = visited
        sono andato|andata a trovare = visited
        siamo andati a trovare = visited
        il suo = his
        la sua = her
        i suoi = his
        le sue = her
        il mio = my
        la mia = my
        {the} = {the}
        entro {day} {month} = by {day} {month}
        prima di natale = before christmas
        prima di pasqua = before easter
        entro natale = by christmas
        entro pasqua = by easter
        penultimo {weekday} = penultimate {weekday}
        non si fa = didn't happen
        non ci siamo visti = didn't happen
        con {name} = with {name}
        con {@} = with {@}
        scritto ad|a = messaged
        ho scritto ad|a = messaged
        ricevuto messaggio da = message from
        ricevuto un messaggio da = message from
        prima colazione = breakfast
        ~ad|a {name} = to {name}
        ho preso un caffe = coffee
        otto giorni fa = 7-8 days ago
        quindici giorni fa = 14-15 days ago
        fra|tra quindici giorni = in 14-15 days
        lasciato un messaggio = left a message
        circa|quasi {n} {unit} fa = about {n} {unit} ago
        piu di {n} {unit} fa = about {n} {unit} ago
        a meta {month} = mid {month}
        inizio {month} = early {month}
        a inizio {month} = early {month}
        fine {month} = end {month}
        a fine {month} = end {month}
        ~a natale = at christmas
        ~a pasqua = at easter
        a ferragosto = 15 august
        a capodanno = at new-year
        si e unito|unita = joined
        e venuto|venuta anche = came too
        c'era anche = also
        non si e fatto = didn't happen
        non e andato = didn't happen
        non siamo riusciti = couldn't
        non e riuscita|riuscito = couldn't come
        {n} {unit} fa = {n} {unit} ago
        qualche giorno fa = few days ago
        qualche settimana fa = few weeks ago
        poco fa = today
        fra|tra {n} {unit} = in {n} {unit}
        entro {n} {unit} = within {n} {unit}
        l'altro|altro ieri = ereyesterday
        dopo domani = overmorrow
        {weekday} scorso|scorsa = last {weekday}
        scorso|scorsa {weekday} = last {weekday}
        lo scorso {weekday} = last {weekday}
        la scorsa {weekday} = last {weekday}
        {weekday} prossimo|prossima = next {weekday}
        prossimo|prossima {weekday} = next {weekday}
        questo|questa {weekday} = this {weekday}
        {weekday} della settimana scorsa = {weekday} last week
        {weekday} della scorsa settimana = {weekday} last week
        {weekday} della prossima settimana = {weekday} next week
        {weekday} mattina = {weekday} morning
        {weekday} pomeriggio = {weekday} afternoon
        {weekday} sera = {weekday} evening
        il {nth} = the {nth}
        il {weekday} = on {weekday}
        {weekday} {day} {month} = {weekday} {day} {month}
        il {day} {month} = on {day} {month}
        il {date} = on {date}
        primo {month} = 1 {month}
        il primo {month} = on 1 {month}
        entro|per {weekday} = by {weekday}
        entro|per domani = by tomorrow
        entro oggi = by today
        entro il {day} {month} = by {day} {month}
        entro il {date} = by {date}
        entro fine mese = by eom
        entro la fine del mese = by end of month
        entro fine {month} = by end {month}
        entro la fine di {month} = by end of {month}
        entro fine anno = by eoy
        entro la fine dell'anno = by end of year
        entro la fine della settimana = by end of week
        entro la prossima settimana = by next week
        prima di {weekday} = before {weekday}
        prima del {day} {month} = before {day} {month}
        fino a {weekday} = until {weekday}
        la settimana scorsa = last week
        la scorsa settimana = last week
        settimana scorsa = last week
        questa settimana = this week
        la settimana prossima = next week
        la prossima settimana = next week
        settimana prossima = next week
        il mese scorso = last month
        lo scorso mese = last month
        il mese prossimo = next month
        l'anno scorso = last year
        l'altro giorno = recently
        questo weekend = this weekend
        nel weekend = the weekend
        nel fine settimana = the weekend
        lo scorso weekend = last weekend
        questa mattina = this morning
        questo pomeriggio = this afternoon
        questa sera = this evening
        ieri mattina = yesterday morning
        ieri pomeriggio = yesterday afternoon
        ieri sera = yesterday evening
        ieri notte = last night
        domani mattina = tomorrow morning
        domani sera = tomorrow evening
        alle {hour} = at {hour}
        alle {time} = at {time}
        alle {h} e mezza|mezzo = at half past {h}
        alle {h} e un quarto = at quarter past {h}
        verso le {hour} = at {hour}
        dalle {h} alle {at} = from {h} to {at}
        tra le {h} e le {at} = between {h} and {at}
        alle ore {hour} = at {hour}
        alle ore {time} = at {time}
        a mezzogiorno = at noon
        venerdi santo = good friday
        il venerdi santo = on good friday
        visita a = visit to
        visita di|da = visit from
        ~da {name} = with {name}
        ~la|il {name} = {name}
        lunedi dell'angelo = easter monday
        vigilia di natale = christmas eve
        giorno di natale = christmas day
        santo stefano = boxing day
        un caffe con = coffee with
        preso un caffe = coffee
        aperitivo con = drinks with
        pranzato con = lunch with
        cenato con = dinner with
        ho|abbiamo pranzato = lunch
        ho|abbiamo cenato = dinner
        ho chiamato|chiamata = called
        ho sentito|sentita = call
        sentito al telefono = call
        ho visto|vista = saw
        ho incontrato|incontrata|conosciuto = met
        ho parlato = talked
        telefonato a = called
        ho telefonato a = called
        telefonata|chiamata a = call to
        telefonata|chiamata di = call from
        telefonata con = call with
        ~mail|email a = email to
        ~mail di = email from
        mail|email da = email from
        messaggio a = message to
        messaggio da|di = message from
        lettera a = letter to
        lettera da = letter from
        con la|il = with
        ha chiamato|telefonato = called
        mi ha chiamato|chiamata|telefonato = called me
        mi ha scritto = messaged
        ci ha chiamato = called us
        e|ed io = and i
        non e venuto|venuta = didn't come
        non si e presentato|presentata = didn't come
        non ha risposto = didn't answer
        non risponde = no answer
        nessuna|senza risposta = no answer
        mi ha dato buca = stood me up
        ha annullato|disdetto = cancelled it
        e saltato|saltata = was cancelled
        alla fine no = didn't happen
        e venuto|venuta = came
    """
    + "".join(f"{verb} {done} = went\n" for verb, some in _DONE for done in some.split())
    + "\n".join(f"{came} {where} = came over" for came in _CAME for where in _TO_US),
    labels="lavoro ufficio personale privato famiglia amici scuola chiesa palestra sport diario novita"
    " mattina pomeriggio sera",
    interjections="allora beh be ah oh ok okay si bene dunque insomma finalmente infine poi dopo comunque"
    " ecco evviva uffa per fortuna a proposito",
)
