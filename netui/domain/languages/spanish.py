"""Spanish: ayer, el viernes pasado, hace 3 días, comida con, para el viernes."""

from netui.domain.languages.language import Language

_TO_US = ("a casa", "a verme", "a vernos", "a visitarme", "a visitarnos")
_TO_EAT = {"a cenar": "dinner", "a comer": "lunch", "a almorzar": "lunch"}

LANGUAGE = Language(
    weekdays="lunes + lun|martes + mar|miercoles + mie|jueves + jue|viernes + vie|sabado + sab|domingo + dom",
    months="enero + ene|febrero + feb|+ marzo mar|+ abril abr|+ mayo|junio|+ julio jul|agosto + ago"
    "|septiembre setiembre + sep sept|octubre + oct|noviembre + nov|diciembre + dic",
    numbers="un una uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
    "|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte",
    units="days: dia dias|weeks: semana semanas|months: mes meses|years: ano anos"
    "|hours: hora horas|minutes: minuto minutos",
    words="""
        drinks: cana canita canitas copita copitas
        beer: birra birras chela chelas cerve cerves
        wine: vermu vermut vinos vinito
        coffee: cafelito cafetito cafetin
        meeting: reu quedada
        cancelled: cancele cancelamos cancelo cancelaron anule anulo anulamos
        gave: regale regalamos
        visited: visitamos
        letter: postal
        walked: paseamos paseado
        went: fuimos salimos estuvimos hicimos jugamos hablamos charlamos caminamos corrimos cocinamos
        went: bailamos viajamos trabajamos estudiamos nadamos celebramos miramos entrenamos pasamos dimos
        drinks: canas
        no: ningun ninguna
        yesterday: ayer
        ereyesterday: anteayer antier
        yesterday: anoche
        today: hoy
        tomorrow: manana
        recently: recientemente ultimamente
        and: y
        lunch: comida almuerzo almorce
        dinner: cena cene
        breakfast: desayuno
        beer: cerveza cervezas cervecita
        drinks: copas
        call: llamada telefonazo
        called: llame llamo
        met: quede quedamos
        video: videollamada
        visit: visita
        visited: visite
        message: mensaje
        email: correo
        letter: carta
        gift: regalo
        event: evento
        talked: hable hablamos charle
        met: conoci
        cancelled: cancelado cancelada anulado anulada
        postponed: aplazado aplazada pospuesto pospuesta
        voicemail: buzon
        maybe: quizas quiza
        nearly: casi
        must: debo debemos debia debiamos deberia
        wanted: queria queriamos
        never: nunca
        i: yo
        we: nosotros nosotras
        christmas-eve: nochebuena
        nye: nochevieja
        xmas: navidad
        planned: planeado planeada previsto prevista programado programada reservado reservada
        looks: busca
        works: trabaja
        lives: vive
        likes: gusta
        loves: encanta
        has: tiene
        needs: necesita
        wants: quiere
        thinks: piensa
        plays: juega
        studies: estudia
        knows: sabe conoce
        gets: recibe consigue
        pregnant: embarazada
        ill: enfermo enferma
        married: casado casada casaron
    """,
    shared="""
        mother: madre mama
        father: padre papa
        sister: hermana
        brother: hermano
        parents: padres
        neighbours: vecino vecina vecinos
        flowers: flores
        goes: va viene llega vuelve viaja
        moves: muda
        starts: empieza
        with: con
        team: equipo
        coffee: cafe cafecito
        meeting: reunion
        saw: vi vimos
        and: e
        the: el la los las
        a: un una
        my: mi mis
        our: nuestro nuestra
        his: su sus
        she: ella
        me: me conmigo
        friend: amigo amiga
        friends: amigos amigas
        colleague: colega companero companera
        family: familia
        children: ninos hijos
        wife: mujer esposa
        husband: marido esposo
        boss: jefe jefa
        at: en
        from: de
        for: para
        about: sobre
        without: sin
        but: pero
        also: tambien
        is: esta
        are: estan
    """,
    phrases="""
        {weekday} {hh} = {weekday} {hh}
        acaba de llamar|llamarme = called
        acaba de pasar = came
        al mediodia = at noon
        coincidi|coincidimos con {name} = met {name}
        me|nos encontre|encontramos|cruce|tope a {name} = ran into {name}
        se cayo la|el = fell through
        no contesta|coge|responde|cogio|respondio = no answer
        un vino con {name} = wine with {name}
        sin exito = no answer
        sms|wasap|whatsapp de {name} = message from {name}
        sms|wasap|whatsapp a {name} = message to {name}
        por telefono|tel con {name} = call with {name}
        paso por casa a tomar un cafe = came for coffee
        dia de reyes = epiphany-day
        todos los santos = all-saints'-day
        llamada perdida de = missed call from
        pentecostes con = pentecost with
        ayude a = helped
        recogi a = collected
        acompane a = accompanied
        lleve a = drove
        me ayudo = helped me
        nos ayudo = helped us
        le regale = gave
        whatsapp de = message from
        audio de {name} = message from {name}
        nota de voz de = message from
        nadie contesto = no answer
        no contesto nadie = no answer
        no habia nadie = nobody home
        al telefono con = call with
        ibamos a = were to
        iba a = was to
        comimos juntos = had lunch
        cenamos juntos = had dinner
        comimos juntas = had lunch
        cenamos juntas = had dinner
        tomamos un cafe = had coffee
        me debe = owes me
        nos debe = owes us
        se va = goes
        se muda = moves
        envie una postal a = letter to
        mande una postal a = letter to
        envie una carta a = letter to
        mande una carta a = letter to
        le envie una postal a = letter to
        le mande una postal a = letter to
        envie un mensaje a = message to
        envie un correo a = email to
        me envio = sent me
        me mando = sent me
        nos envio = sent us
        nos mando = sent us
        durante {n} {unit} = for {n} {unit}
        por telefono = on phone
        en casa de {name} = with {name}
        me encontre por casualidad con = ran into
        fui a ver a = visited
        fui a visitar a = visited
        fuimos a ver a = visited
        fuimos a visitar a = visited
        se aplazo = was postponed
        se pospuso = was postponed
        se suspendio = was cancelled
        se anulo = was cancelled
        se retraso = was postponed
        antes de navidad = before christmas
        antes de semana santa = before easter
        para navidad = by christmas
        penultimo {weekday} = penultimate {weekday}
        el penultimo {weekday} = on penultimate {weekday}
        {weekday} antepasado = penultimate {weekday}
        el {weekday} antepasado = on penultimate {weekday}
        con {name} = with {name}
        con {@} = with {@}
        me mando un mensaje = messaged me
        me envio un mensaje = messaged me
        me mando un correo = emailed me
        me envio un correo = emailed me
        paso por casa = came over
        paso a verme = came over
        recibi un mensaje de = message from
        mande un correo a = email to
        hace ocho dias = 7-8 days ago
        hace quince dias = 14-15 days ago
        en quince dias = in 14-15 days
        dentro de quince dias = in 14-15 days
        y a {name} = and {name}
        deje un mensaje = left a message
        hace casi {n} {unit} = about {n} {unit} ago
        hace unos {n} {unit} = about {n} {unit} ago
        hace unas {n} {unit} = about {n} {unit} ago
        hace mas de {n} {unit} = about {n} {unit} ago
        hace como {n} {unit} = about {n} {unit} ago
        hace alrededor de {n} {unit} = about {n} {unit} ago
        hace mas o menos {n} {unit} = about {n} {unit} ago
        a mediados de {month} = mid {month}
        a principios de {month} = early {month}
        a finales de {month} = end {month}
        en navidad = at christmas
        en semana santa = at easter
        el dia de reyes = on 6 january
        en nochebuena = on christmas-eve
        en nochevieja = on nye
        se unio = joined
        vino tambien = came too
        tambien vino = came too
        tambien estaba = was there
        estaba tambien = was there
        no se pudo = didn't happen
        no salio = didn't happen
        no pudimos = couldn't
        hace {n} {unit} = {n} {unit} ago
        hace unos {unit} = few {unit} ago
        hace unas {unit} = few {unit} ago
        hace algunos {unit} = few {unit} ago
        hace poco = recently
        {n} {unit} atras = {n} {unit} ago
        dentro de {n} {unit} = in {n} {unit}
        en {n} {unit} = in {n} {unit}
        antes de ayer = ereyesterday
        pasado manana = overmorrow
        el {weekday} pasado = last {weekday}
        el pasado {weekday} = last {weekday}
        {weekday} pasado = last {weekday}
        el {weekday} proximo = next {weekday}
        el proximo {weekday} = next {weekday}
        {weekday} proximo = next {weekday}
        {weekday} que viene = next {weekday}
        el {weekday} que viene = next {weekday}
        este {weekday} = this {weekday}
        el {weekday} de la semana pasada = {weekday} of last week
        {weekday} de la semana pasada = {weekday} of last week
        {weekday} de la proxima semana = {weekday} of next week
        el {weekday} por la manana = on {weekday} morning
        el {weekday} por la tarde = on {weekday} afternoon
        el {weekday} por la noche = on {weekday} evening
        el {nth} = the {nth}
        el dia {nth} = the {nth}
        el {weekday} = on {weekday}
        el {weekday} {day} de {month} = on {weekday} {day} {month}
        {weekday} {day} de {month} = {weekday} {day} {month}
        {day} de {month} = {day} {month}
        {day} de {month} de {year} = {day} {month} {year}
        {day} de {month} del {year} = {day} {month} {year}
        el {day} de {month} = on {day} {month}
        el {day} de {month} de {year} = on {day} {month} {year}
        el {day} {month} = on {day} {month}
        el {date} = on {date}
        primero de {month} = 1 {month}
        para el {weekday} = by {weekday}
        para el {day} de {month} = by {day} {month}
        para manana = by tomorrow
        para hoy = by today
        para fin de mes = by eom
        para finales de mes = by eom
        para finales de {month} = by end {month}
        para fin de ano = by eoy
        para la proxima semana = by next week
        para la semana que viene = by next week
        antes del {weekday} = before {weekday}
        antes del {day} de {month} = before {day} {month}
        antes de fin de mes = before eom
        a mas tardar el {weekday} = by {weekday}
        hasta el {weekday} = until {weekday}
        hasta el {day} de {month} = until {day} {month}
        hasta manana = until tomorrow
        la semana pasada = last week
        semana pasada = last week
        esta semana = this week
        la proxima semana = next week
        la semana que viene = next week
        el mes pasado = last month
        el proximo mes = next month
        el ano pasado = last year
        el otro dia = recently
        este fin de semana = this weekend
        el fin de semana = the weekend
        el fin de semana pasado = last weekend
        esta manana = this morning
        esta tarde = this afternoon
        esta noche = this evening
        ayer por la manana = yesterday morning
        ayer por la tarde = yesterday afternoon
        ayer por la noche = yesterday evening
        ayer noche = yesterday evening
        manana por la manana = tomorrow morning
        manana por la tarde = tomorrow afternoon
        a las {hour} = at {hour}
        a las {time} = at {time}
        a la {hour} = at {hour}
        a las {h} y media = at half past {h}
        a las {h} y cuarto = at quarter past {h}
        a las {h} menos cuarto = at quarter to {h}
        sobre las {hour} = at {hour}
        hacia las {hour} = at {hour}
        a eso de las {hour} = at {hour}
        entre las {h} y las {at} = between {h} and {at}
        a las {h} de la tarde = at {h} pm
        a las {h} de la noche = at {h} pm
        a las {h} de la manana = at {h} am
        a mediodia = at noon
        viernes santo = good friday
        el viernes santo = on good friday
        visita a = visit to
        visita de = visit from
        lunes de pascua = easter monday
        dia de navidad = christmas day
        ano nuevo = new year
        cafe con = coffee with
        reunion con = meeting with
        un cafe con = coffee with
        tome un cafe = coffee
        tome cafe = coffee
        comi con = lunch with
        comimos con = lunch with
        cenamos con = dinner with
        almorzamos con = lunch with
        cenamos = dinner
        almorzamos = lunch
        comimos = lunch
        copas con = drinks with
        quede con = met with
        estuve con = met with
        llame a = called
        mande un mensaje a = message to
        ~a {name} = to {name}
        llamada a = call to
        llamada de = call from
        llamada con = call with
        correo a = email to
        correo de = email from
        mensaje a = message to
        mensaje de = message from
        carta a = letter to
        carta de = letter from
        escribi a = messaged
        le escribi a = messaged
        vi a = saw
        vimos a = saw
        visite a = visited
        conoci a = met
        me llamo = called
        me escribio = messaged
        me visito = visited me
        nos llamo = called
        nos visito = visited us
        y yo = and i
        no vino = didn't come
        no aparecio = didn't come
        no se presento = didn't come
        no contesto = didn't answer
        no respondio = didn't answer
        no contestaba = no answer
        no cogio = didn't answer
        sin respuesta = no answer
        al final no = didn't happen
        sin cafe = no coffee
        sin comida = no lunch
        sin cena = no dinner
        sin llamada = no call
        me dejo plantado = stood me up
        me dio planton = stood me up
        lo cancelo = cancelled it
        me cancelo = cancelled it
        ha cancelado = cancelled it
        se cancelo = was cancelled
        tengo que = must
        tenemos que = must
        no pude = couldn't
        no pudo = couldn't come
    """
    + "\n".join(f"{came} {where} = came over" for came in ("vino", "vinieron") for where in _TO_US)
    + "".join(
        f"\n{came} {eat} = came for {meal}" for came in ("vino", "vinieron") for eat, meal in _TO_EAT.items()
    ),
    coming="vino vinieron",
    visits=" | ".join((*_TO_US, *_TO_EAT)),
    labels="trabajo curro personal privado familia amigos escuela colegio iglesia oficina gimnasio deporte"
    " diario noticias tarde noche",
    interjections="pues bueno bien vale entonces ah oh ay ok okay si venga uf por fin al fin luego despues"
    " finalmente menos mal por cierto total en fin por suerte",
)
