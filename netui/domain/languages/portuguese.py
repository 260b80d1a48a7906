"""Portuguese: ontem, sexta passada, há 3 dias, almoço com, até sexta."""

from netui.domain.languages.language import Language

_TO_US = (
    "a casa",
    "ca a casa",
    "la em casa",
    "aqui em casa",
    "me ver",
    "nos ver",
    "me visitar",
    "nos visitar",
)
_TO_EAT = ("jantar", "almocar")

LANGUAGE = Language(
    weekdays="segunda-feira + segunda seg|terca-feira terca + ter|quarta-feira + quarta qua"
    "|quinta-feira + quinta qui|sexta-feira sexta + sex|sabado + sab|domingo + dom",
    months="janeiro + jan|fevereiro + fev|+ marco mar|+ abril abr|+ maio mai|junho + jun|julho + jul"
    "|agosto + ago|setembro + set|outubro + out|novembro + nov|dezembro + dez",
    numbers="um uma|dois duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze"
    "|treze|catorze quatorze|quinze|dezesseis dezasseis|dezessete dezassete|dezoito|dezenove dezanove|vinte",
    units="days: dia dias|weeks: semana semanas|months: mes meses|years: ano anos"
    "|hours: hora horas|minutes: minuto minutos",
    words="""
        visited: visitou-nos visitou-me
        letter: postal
        messaged: escreveu-me
        sent: mandou-me enviou-me mandou-nos enviou-nos
        walked: passeamos
        gave: dei
        went: fomos saimos estivemos fizemos jogamos falamos conversamos caminhamos corremos cozinhamos
        went: dancamos viajamos trabalhamos estudamos nadamos celebramos passamos demos bebemos
        called: telefonou
        no: nenhum nenhuma
        called: telefonei
        easter: pascoa
        yesterday: ontem
        ereyesterday: anteontem
        today: hoje
        tomorrow: amanha
        recently: recentemente ultimamente
        with: com
        lunch: almoco almocei almocamos
        dinner: jantar jantei jantamos
        coffee: cafezinho
        beer: cerveja cervejas chope
        call: ligacao chamada telefonema
        called: liguei ligou
        meeting: reuniao
        met: encontrei encontramos conheci
        talked: falei falamos conversei conversamos
        visit: visita
        visited: visitei
        video: videochamada
        message: mensagem
        letter: carta
        gift: presente
        event: evento
        cancelled: cancelado cancelada desmarcado desmarcada cancelou desmarcou
        postponed: adiado adiada
        not: nao
        never: nunca
        maybe: talvez
        nearly: quase
        must: preciso devo
        wanted: queria queriamos
        planned: iamos
        planned: planejado planejada planeado planeada previsto prevista marcado marcada agendado agendada
        looks: procura
        works: trabalha
        lives: mora vive
        likes: gosta
        loves: adora
        needs: precisa
        wants: quer
        thinks: pensa acha
        plays: joga
        studies: estuda
        knows: sabe conhece
        gets: recebe
        pregnant: gravida
        ill: doente
        married: casado casada casaram
    """,
    shared="""
        goes: vai vem chega volta viaja
        moves: muda
        starts: comeca
        team: equipe equipa
        coffee: cafe
        without: sem
        saw: vi vimos
        and: e
        the: o a os as
        a: um uma
        my: meu minha meus minhas
        our: nosso nossa
        his: seu
        her: sua
        he: ele
        she: ela
        i: eu
        we: nos
        me: me comigo mim
        friend: amigo amiga
        friends: amigos amigas
        colleague: colega colegas
        family: familia
        children: filhos criancas
        wife: esposa mulher
        husband: marido
        boss: chefe
        at: em no na
        from: de do da
        for: para pra
        by: ate
        about: sobre
        but: mas
        xmas: natal
        also: tambem
        visit: visite
        has: tem
        is: esta
        are: estao
    """,
    phrases="""
        dia de reis = epiphany-day
        todos os santos = all-saints'-day
        passagem de ano = nye
        chamada perdida do = missed call from
        chamada perdida da = missed call from
        ajudou-me a = helped me
        passou ca para um cafe = came for coffee
        esta tarde = this afternoon
        esta noite = tonight
        ajudei a = helped
        ajudei o = helped
        fui buscar a = collected
        fui buscar o = collected
        levei a {name} = drove {name}
        levei o {name} = drove {name}
        me ajudou = helped me
        ajudou-me com = helped me
        whatsapp do = message from
        whatsapp da = message from
        whatsapp de = message from
        audio do {name} = message from {name}
        audio da {name} = message from {name}
        passou por ca = came over
        passou ca por casa = came over
        apareceu ca em casa = came over
        apareceu la em casa = came over
        ninguem atendeu = no answer
        ninguem em casa = nobody home
        ao telefone com o = call with
        ao telefone com a = call with
        e do {name} = and {name}
        e da {name} = and {name}
        almocamos juntos = had lunch
        jantamos juntos = had dinner
        almocamos juntas = had lunch
        jantamos juntas = had dinner
        tomamos um cafe = had coffee
        e-mail para a = email to
        e-mail para o = email to
        email para a = email to
        email para o = email to
        me deve = owes me
        no {weekday} de manha = on {weekday} morning
        no {weekday} a tarde = on {weekday} afternoon
        no {weekday} a noite = on {weekday} evening
        me mandou = sent me
        me enviou = sent me
        escrevi a = messaged
        escrevi ao = messaged
        mandei um postal a = letter to
        mandei um postal ao = letter to
        mandei uma carta a = letter to
        mandei uma carta ao = letter to
        mandei uma mensagem a = message to
        durante {n} {unit} = for {n} {unit}
        por telefone = on phone
        ao telefone = on phone
        pelo telefone = on phone
        na casa da {name} = with {name}
        na casa do {name} = with {name}
        na casa de {name} = with {name}
        em casa da {name} = with {name}
        em casa do {name} = with {name}
        em casa de {name} = with {name}
        encontrei por acaso = ran into
        fui visitar = visited
        fomos visitar = visited
        mandei um e-mail ao = email to
        mandei um email ao = email to
        mandei uma mensagem ao = message to
        liguei ao = called
        dele = his
        dela = hers
        antes do natal = before christmas
        antes da pascoa = before easter
        ate o natal = by christmas
        ate ao natal = by christmas
        ate a pascoa = by easter
        penultima {weekday} = penultimate {weekday}
        na penultima {weekday} = on penultimate {weekday}
        penultimo {weekday} = penultimate {weekday}
        no penultimo {weekday} = on penultimate {weekday}
        cafe da manha = breakfast
        mandei um e-mail para = email to
        mandei um email para = email to
        mandei uma mensagem para = message to
        recebi mensagem da = message from
        recebi mensagem do = message from
        recebi mensagem de = message from
        liguei pro = called
        telefonei a = called
        telefonei para = called
        ha oito dias = 7-8 days ago
        ha quinze dias = 14-15 days ago
        daqui a quinze dias = in 14-15 days
        deixei recado = left message
        deixei mensagem = left message
        {weekday} {hh} = {weekday} {hh}
        ontem {hh} = yesterday {hh}
        amanha {hh} = tomorrow {hh}
        ha quase {n} {unit} = about {n} {unit} ago
        ha cerca de {n} {unit} = about {n} {unit} ago
        ha mais de {n} {unit} = about {n} {unit} ago
        ha uns {n} {unit} = about {n} {unit} ago
        ha umas {n} {unit} = about {n} {unit} ago
        ha mais ou menos {n} {unit} = about {n} {unit} ago
        em meados de {month} = mid {month}
        no inicio de {month} = early {month}
        no comeco de {month} = early {month}
        no fim de {month} = end {month}
        no final de {month} = end {month}
        no natal = at christmas
        na pascoa = at easter
        na vespera de natal = on christmas eve
        juntou-se = joined
        veio tambem = came too
        tambem veio = came too
        tambem estava = was there
        estava la = was there
        nao deu = didn't happen
        nao foi possivel = didn't happen
        nao deu certo = didn't happen
        nao pode = couldn't come
        ha {n} {unit} = {n} {unit} ago
        faz {n} {unit} = {n} {unit} ago
        {n} {unit} atras = {n} {unit} ago
        ha {n} {unit} atras = {n} {unit} ago
        ha alguns {unit} = few {unit} ago
        ha algumas {unit} = few {unit} ago
        ha pouco tempo = recently
        em {n} {unit} = in {n} {unit}
        daqui a {n} {unit} = in {n} {unit}
        dentro de {n} {unit} = in {n} {unit}
        antes de ontem = ereyesterday
        depois de amanha = overmorrow
        ~segunda = monday
        ~quarta = wednesday
        ~quinta = thursday
        {weekday} passada = last {weekday}
        {weekday} passado = last {weekday}
        na {weekday} passada = last {weekday}
        no {weekday} passado = last {weekday}
        na ultima {weekday} = last {weekday}
        no ultimo {weekday} = last {weekday}
        {weekday} que vem = next {weekday}
        na proxima {weekday} = next {weekday}
        proxima {weekday} = next {weekday}
        no proximo {weekday} = next {weekday}
        proximo {weekday} = next {weekday}
        nesta {weekday} = this {weekday}
        esta {weekday} = this {weekday}
        {weekday} da semana passada = {weekday} last week
        na {weekday} da semana passada = {weekday} of last week
        {weekday} da semana que vem = {weekday} next week
        na {weekday} de manha = on {weekday} morning
        na {weekday} a tarde = on {weekday} afternoon
        na {weekday} a noite = on {weekday} evening
        {weekday} de manha = {weekday} morning
        {weekday} a tarde = {weekday} afternoon
        {weekday} a noite = {weekday} evening
        dia {nth} = the {nth}
        no dia {nth} = the {nth}
        na {weekday} = on {weekday}
        no {weekday} = on {weekday}
        na {weekday} {day} de {month} = on {weekday} {day} {month}
        {weekday} {day} de {month} = {weekday} {day} {month}
        {day} de {month} = {day} {month}
        {day} de {month} de {year} = {day} {month} {year}
        no dia {day} de {month} = on {day} {month}
        dia {day} de {month} = {day} {month}
        em {day} de {month} = on {day} {month}
        em {day} de {month} de {year} = on {day} {month} {year}
        no dia {date} = on {date}
        primeiro de {month} = 1 {month}
        ate {weekday} = by {weekday}
        ate a {weekday} = by {weekday}
        ate amanha = by tomorrow
        ate hoje = by today
        ate {day} de {month} = by {day} {month}
        ate o dia {day} de {month} = by {day} {month}
        ate dia {day} de {month} = by {day} {month}
        ate {date} = by {date}
        ate o fim do mes = by end of month
        ate o final do mes = by end of month
        ate o fim de {month} = by end {month}
        ate o fim do ano = by end of year
        ate o fim da semana = by end of week
        ate a proxima semana = by next week
        ate a semana que vem = by next week
        para {weekday} = by {weekday}
        para amanha = by tomorrow
        antes de {weekday} = before {weekday}
        antes de {day} de {month} = before {day} {month}
        a semana passada = last week
        na semana passada = last week
        semana passada = last week
        esta semana = this week
        nesta semana = this week
        na proxima semana = next week
        proxima semana = next week
        semana que vem = next week
        mes passado = last month
        no mes passado = last month
        mes que vem = next month
        ano passado = last year
        no ano passado = last year
        outro dia = recently
        fim de semana = the weekend
        no fim de semana = the weekend
        neste fim de semana = this weekend
        no fim de semana passado = last weekend
        hoje de manha = this morning
        esta manha = this morning
        hoje a tarde = this afternoon
        hoje a noite = this evening
        ontem de manha = yesterday morning
        ontem a tarde = yesterday afternoon
        ontem a noite = yesterday evening
        amanha de manha = tomorrow morning
        amanha a tarde = tomorrow afternoon
        ~as {hour} = at {hour}
        ~as {time} = at {time}
        as {hour} horas = at {hour}
        ~as {h} e meia = at half past {h}
        pelas {hour} = at {hour}
        por volta das {hour} = at {hour}
        das {h} as {at} = from {h} to {at}
        entre as {h} e as {at} = between {h} and {at}
        ao meio-dia = at noon
        sexta-feira santa = good friday
        na sexta-feira santa = on good friday
        visita a = visit to
        visita de = visit from
        visita da = visit from
        visita do = visit from
        ~a {name} = {name}
        ~o {name} = {name}
        vespera de natal = christmas eve
        dia de natal = christmas day
        ano novo = new year
        vespera de ano novo = nye
        cafe com = coffee with
        um cafe com = coffee with
        tomei cafe = coffee
        tomei um cafe = coffee
        almocei com = lunch with
        almocamos com = lunch with
        jantei com = dinner with
        com a = with
        com o = with
        liguei para = called
        liguei pra = called
        liguei a = called
        ligacao para = call to
        ligacao de = call from
        ligacao com = call with
        e-mail para = email to
        ~e-mail de = email from
        email para = email to
        ~email de = email from
        mandei mensagem para = message to
        mensagem para = message to
        mensagem de = message from
        carta para = letter to
        carta de = letter from
        escrevi para = messaged
        estive com = met with
        encontrei com = met with
        encontrei-me com = met with
        me encontrei com = met with
        vi a = saw
        vi o = saw
        encontrei a = met
        encontrei o = met
        visitei a = visited
        visitei o = visited
        me ligou = called
        ligou-me = called
        me escreveu = messaged
        me visitou = visited me
        ligou para mim = called me
        e eu = and i
        nao veio = didn't come
        nao apareceu = didn't come
        nao compareceu = didn't come
        nao atendeu = didn't answer
        nao respondeu = didn't answer
        sem resposta = no answer
        sem cafe = no coffee
        sem almoco = no lunch
        sem jantar = no dinner
        sem chamada = no call
        no fim nao = didn't happen
        no final nao = didn't happen
        afinal nao = didn't happen
        nao aconteceu = didn't happen
        nao rolou = didn't happen
        me deu bolo = stood me up
        tenho que = must
        temos que = must
        caixa postal = voicemail
    """
    + "\n".join(f"{came} {where} = came over" for came in ("veio", "vieram") for where in _TO_US)
    + "".join(f"\n{came} {meal} = came over" for came in ("veio", "vieram") for meal in _TO_EAT),
    coming="veio vieram",
    visits=" | ".join(_TO_US + _TO_EAT),
)
