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
        san silvestro = nye
        chiamata persa da = missed call from
        ci e venuta a trovare = visited us
        ci e venuto a trovare = visited us
        mi e venuta a trovare = visited me
        mi e venuto a trovare = visited me
        e passata per un caffe = came for coffee
        e passato per un caffe = came for coffee
        visita di {name} = visit from {name}
        ieri l'altro = ereyesterday
        abbiamo pranzato insieme = had lunch
        abbiamo cenato insieme = had dinner
        abbiamo preso un caffe = had coffee
        mail a {name} = email to {name}
        email a {name} = email to {name}
        mail ad {name} = email to {name}
        mi deve = owes me
        ci deve = owes us
        ci siamo visti = met
        ci siamo viste = met
        ci siamo incontrati = met
        mi ha mandato = sent me
        mi ha inviato = sent me
        mi ha spedito = sent me
        ci ha mandato = sent us
        ho mandato una cartolina a = letter to
        ho mandato una cartolina ad = letter to
        ho mandato una lettera a = letter to
        ho mandato una lettera ad = letter to
        ho mandato un messaggio a = message to
        ho mandato un messaggio ad = message to
        ho mandato una mail ad = email to
        abbiamo passeggiato = walked
        per {n} {unit} = for {n} {unit}
        al telefono = on phone
        mi ha aiutato = helped me
        mi ha aiutata = helped me
        ci ha aiutato = helped us
        ho aiutato = helped
        ho accompagnato = accompanied
        ho accompagnata = accompanied
        ho regalato = gave
        whatsapp da = message from
        whatsapp di = message from
        vocale da = message from
        vocale di = message from
        nessuno ha risposto = no answer
        nessuno in casa = nobody home
        ad {name} = to {name}
        sentito dire = heard
        a casa di {name} = with {name}
        ho incontrato per caso = ran into
        incontrato per caso = ran into
        mi ha chiamato {name} = call from {name}
        mi ha telefonato {name} = call from {name}
        mi ha scritto {name} = message from {name}
        andato a trovare = visited
        andata a trovare = visited
        andati a trovare = visited
        sono andato a trovare = visited
        sono andata a trovare = visited
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
        scritto ad = messaged
        ho scritto ad = messaged
        ricevuto messaggio da = message from
        ricevuto un messaggio da = message from
        prima colazione = breakfast
        ~ad {name} = to {name}
        ho preso un caffe = coffee
        otto giorni fa = 7-8 days ago
        quindici giorni fa = 14-15 days ago
        fra quindici giorni = in 14-15 days
        tra quindici giorni = in 14-15 days
        lasciato un messaggio = left a message
        circa {n} {unit} fa = about {n} {unit} ago
        quasi {n} {unit} fa = about {n} {unit} ago
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
        si e unito = joined
        si e unita = joined
        e venuto anche = came too
        e venuta anche = came too
        c'era anche = also
        non si e fatto = didn't happen
        non e andato = didn't happen
        non siamo riusciti = couldn't
        non e riuscita = couldn't come
        non e riuscito = couldn't come
        {n} {unit} fa = {n} {unit} ago
        qualche giorno fa = few days ago
        qualche settimana fa = few weeks ago
        poco fa = today
        fra {n} {unit} = in {n} {unit}
        tra {n} {unit} = in {n} {unit}
        entro {n} {unit} = within {n} {unit}
        l'altro ieri = ereyesterday
        altro ieri = ereyesterday
        dopo domani = overmorrow
        {weekday} scorso = last {weekday}
        {weekday} scorsa = last {weekday}
        scorso {weekday} = last {weekday}
        lo scorso {weekday} = last {weekday}
        la scorsa {weekday} = last {weekday}
        scorsa {weekday} = last {weekday}
        {weekday} prossimo = next {weekday}
        {weekday} prossima = next {weekday}
        prossimo {weekday} = next {weekday}
        prossima {weekday} = next {weekday}
        questo {weekday} = this {weekday}
        questa {weekday} = this {weekday}
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
        entro {weekday} = by {weekday}
        entro domani = by tomorrow
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
        per {weekday} = by {weekday}
        per domani = by tomorrow
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
        alle {h} e mezza = at half past {h}
        alle {h} e mezzo = at half past {h}
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
        visita di = visit from
        visita da = visit from
        ~da {name} = with {name}
        ~la {name} = {name}
        ~il {name} = {name}
        lunedi dell'angelo = easter monday
        vigilia di natale = christmas eve
        giorno di natale = christmas day
        santo stefano = boxing day
        un caffe con = coffee with
        preso un caffe = coffee
        aperitivo con = drinks with
        pranzato con = lunch with
        cenato con = dinner with
        ho pranzato = lunch
        ho cenato = dinner
        abbiamo pranzato = lunch
        abbiamo cenato = dinner
        ho chiamato = called
        ho sentito = call
        sentito al telefono = call
        ho visto = saw
        ho vista = saw
        ho incontrato = met
        ho incontrata = met
        ho chiamata = called
        ho sentita = call
        ho conosciuto = met
        ho parlato = talked
        ho scritto a = messaged
        scritto a = messaged
        telefonato a = called
        ho telefonato a = called
        ~a {name} = to {name}
        telefonata a = call to
        telefonata di = call from
        telefonata con = call with
        chiamata a = call to
        chiamata di = call from
        ~mail a = email to
        ~mail di = email from
        mail da = email from
        ~email a = email to
        email da = email from
        messaggio a = message to
        messaggio da = message from
        messaggio di = message from
        lettera a = letter to
        lettera da = letter from
        con la = with
        con il = with
        ha chiamato = called
        ha telefonato = called
        mi ha chiamato = called me
        mi ha chiamata = called me
        mi ha telefonato = called me
        mi ha scritto = messaged
        ci ha chiamato = called us
        e io = and i
        ed io = and i
        non e venuto = didn't come
        non e venuta = didn't come
        non si e presentato = didn't come
        non si e presentata = didn't come
        non ha risposto = didn't answer
        non risponde = no answer
        nessuna risposta = no answer
        senza risposta = no answer
        mi ha dato buca = stood me up
        ha annullato = cancelled it
        ha disdetto = cancelled it
        e saltato = was cancelled
        e saltata = was cancelled
        alla fine no = didn't happen
        e venuto = came
        e venuta = came
    """
    + "".join(f"{verb} {done} = went\n" for verb, some in _DONE for done in some.split())
    + "\n".join(f"{came} {where} = came over" for came in _CAME for where in _TO_US),
)
