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
        beer: cervejinha cervejinhas breja brejas chopinho chopp cerva
        wine: vinho vinhos vinhozinho
        drinks: copos copinho
        messaged: escrevi
        cancelled: cancelei cancelamos desmarquei
        gave: ofereci
        visited: visitou-nos visitou-me
        letter: postal
        messaged: escreveu-me
        sent: mandou-me enviou-me mandou-nos enviou-nos
        walked: passeamos
        gave: dei
        went: fomos saimos estivemos fizemos jogamos falamos conversamos caminhamos corremos cozinhamos
        went: dancamos viajamos trabalhamos estudamos nadamos celebramos passamos bebemos
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
        went: demos
        for: pro
        mother: mae mamae
        father: pai papai
        sister: irma
        brother: irmao
        parents: pais
        neighbours: vizinho vizinha vizinhos
        flowers: flores
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
        hoje cedo = this morning
        ontem cedo = yesterday morning
        amanha cedo = tomorrow morning
        e o|a {name} = and {name}
        acabou de ligar|telefonar = called
        esbarrei com {name} = met {name}
        esbarrei com o|a {name} = met {name}
        mensagem|msg|zap|sms pra|pro {name} = message to {name}
        zap|sms|msg do|da|de {name} = message from {name}
        email|e-mail do|da {name} = email from {name}
        email|e-mail pra|pro {name} = email to {name}
        encontrei o|a| {name} por acaso = met {name}
        passou|veio aqui|ca|la| em casa = came over
        passou|veio aqui|ca = came over
        sem sucesso|resposta = no answer
        dia de reis = epiphany-day
        todos os santos = all-saints'-day
        passagem de ano = nye
        chamada perdida do|da = missed call from
        ajudou-me a|com = helped me
        passou ca para um cafe = came for coffee
        esta tarde = this afternoon
        esta noite = tonight
        ajudei a|o = helped
        fui buscar a|o = collected
        levei a|o {name} = drove {name}
        me ajudou = helped me
        whatsapp do|da|de = message from
        audio do|da {name} = message from {name}
        passou por ca = came over
        passou ca por casa = came over
        apareceu ca|la em casa = came over
        ninguem atendeu = no answer
        ninguem em casa = nobody home
        ao telefone com o|a = call with
        e do|da {name} = and {name}
        almocamos juntos|juntas = had lunch
        jantamos juntos|juntas = had dinner
        tomamos um cafe = had coffee
        e-mail para a|o = email to
        email para a|o = email to
        me deve = owes me
        no|na {weekday} de manha = on {weekday} morning
        no|na {weekday} a tarde = on {weekday} afternoon
        no|na {weekday} a noite = on {weekday} evening
        me mandou|enviou = sent me
        escrevi a|ao|para = messaged
        mandei um postal a|ao = letter to
        mandei uma carta a|ao = letter to
        mandei uma mensagem a|ao|para = message to
        durante {n} {unit} = for {n} {unit}
        por|ao|pelo telefone = on phone
        na casa da|do|de {name} = with {name}
        em casa da|do|de {name} = with {name}
        encontrei por acaso = ran into
        fui|fomos visitar = visited
        mandei um e-mail|email ao = email to
        liguei ao|pro|para|pra|a = called
        dele = his
        dela = hers
        antes do natal = before christmas
        antes da pascoa = before easter
        ate o|ao natal = by christmas
        ate a pascoa = by easter
        penultima|penultimo {weekday} = penultimate {weekday}
        na penultima {weekday} = on penultimate {weekday}
        no penultimo {weekday} = on penultimate {weekday}
        cafe da manha = breakfast
        mandei um e-mail|email para = email to
        recebi mensagem da|do|de = message from
        telefonei a|para = called
        ha oito dias = 7-8 days ago
        ha quinze dias = 14-15 days ago
        daqui a quinze dias = in 14-15 days
        deixei recado|mensagem = left message
        {weekday} {hh} = {weekday} {hh}
        ontem {hh} = yesterday {hh}
        amanha {hh} = tomorrow {hh}
        ha quase|uns|umas {n} {unit} = about {n} {unit} ago
        ha cerca|mais de {n} {unit} = about {n} {unit} ago
        ha mais ou menos {n} {unit} = about {n} {unit} ago
        em meados de {month} = mid {month}
        no inicio|comeco de {month} = early {month}
        no fim|final de {month} = end {month}
        no natal = at christmas
        na pascoa = at easter
        na vespera de natal = on christmas eve
        juntou-se = joined
        veio tambem = came too
        tambem veio = came too
        tambem estava = was there
        estava la = was there
        nao deu|aconteceu|rolou = didn't happen
        nao foi possivel = didn't happen
        nao deu certo = didn't happen
        nao pode = couldn't come
        ha|faz {n} {unit} = {n} {unit} ago
        {n} {unit} atras = {n} {unit} ago
        ha {n} {unit} atras = {n} {unit} ago
        ha alguns|algumas {unit} = few {unit} ago
        ha pouco tempo = recently
        em {n} {unit} = in {n} {unit}
        daqui a {n} {unit} = in {n} {unit}
        dentro de {n} {unit} = in {n} {unit}
        antes de ontem = ereyesterday
        depois de amanha = overmorrow
        ~segunda = monday
        ~quarta = wednesday
        ~quinta = thursday
        {weekday} passada|passado = last {weekday}
        na {weekday} passada = last {weekday}
        no {weekday} passado = last {weekday}
        na ultima {weekday} = last {weekday}
        no ultimo {weekday} = last {weekday}
        {weekday} que vem = next {weekday}
        na proxima {weekday} = next {weekday}
        proxima|proximo {weekday} = next {weekday}
        no proximo {weekday} = next {weekday}
        nesta|esta {weekday} = this {weekday}
        {weekday} da semana passada = {weekday} last week
        na {weekday} da semana passada = {weekday} of last week
        {weekday} da semana que vem = {weekday} next week
        {weekday} de manha = {weekday} morning
        {weekday} a tarde = {weekday} afternoon
        {weekday} a noite = {weekday} evening
        dia {nth} = the {nth}
        no dia {nth} = the {nth}
        na|no {weekday} = on {weekday}
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
        ate|para {weekday} = by {weekday}
        ate a {weekday} = by {weekday}
        ate|para amanha = by tomorrow
        ate hoje = by today
        ate {day} de {month} = by {day} {month}
        ate o dia {day} de {month} = by {day} {month}
        ate dia {day} de {month} = by {day} {month}
        ate {date} = by {date}
        ate o fim|final do mes = by end of month
        ate o fim de {month} = by end {month}
        ate o fim do ano = by end of year
        ate o fim da semana = by end of week
        ate a proxima semana = by next week
        ate a semana que vem = by next week
        antes de {weekday} = before {weekday}
        antes de {day} de {month} = before {day} {month}
        a|na semana passada = last week
        semana passada = last week
        esta|nesta semana = this week
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
        visita de|da|do = visit from
        ~a|o {name} = {name}
        vespera de natal = christmas eve
        dia de natal = christmas day
        ano novo = new year
        vespera de ano novo = nye
        cafe com = coffee with
        um cafe com = coffee with
        tomei cafe = coffee
        tomei um cafe = coffee
        almocei|almocamos com = lunch with
        jantei com = dinner with
        com a|o = with
        ligacao para = call to
        ligacao de = call from
        ligacao com = call with
        e-mail|email para = email to
        ~e-mail|email de = email from
        mandei mensagem para = message to
        mensagem para = message to
        mensagem de = message from
        carta para = letter to
        carta de = letter from
        estive|encontrei|encontrei-me com = met with
        me encontrei com = met with
        vi a|o = saw
        encontrei a|o = met
        visitei a|o = visited
        me ligou = called
        ligou-me = called
        me escreveu = messaged
        me visitou = visited me
        ligou para mim = called me
        e eu = and i
        nao veio|apareceu|compareceu = didn't come
        nao atendeu|respondeu = didn't answer
        sem cafe = no coffee
        sem almoco = no lunch
        sem jantar = no dinner
        sem chamada = no call
        no fim|final nao = didn't happen
        afinal nao = didn't happen
        me deu bolo = stood me up
        tenho|temos que = must
        caixa postal = voicemail
    """
    + "\n".join(f"{came} {where} = came over" for came in ("veio", "vieram") for where in _TO_US)
    + "".join(f"\n{came} {meal} = came over" for came in ("veio", "vieram") for meal in _TO_EAT),
    coming="veio vieram",
    visits=" | ".join(_TO_US + _TO_EAT),
    labels="trabalho pessoal privado familia amigos escola igreja escritorio academia esporte desporto"
    " diario noticias tarde noite",
    interjections="entao bom bem pois ah oh ok okay sim pronto enfim finalmente depois alias felizmente"
    " infelizmente olha ufa por fim ate que e",
)
