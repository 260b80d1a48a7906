"""Given names that one person may go by: nicknames, short forms and spellings of one name.

A group of the table is one name: everyone in it may be one person. A short form stands in each group that it
is short for (``sam``), so that Sam may be Samuel or Samantha, who are two. Languages have groups of their
own: Jens and Jean are not one name. Names are folded: no case, no diacritics.
"""

from functools import cache

_TABLE = """
aaron aron arron ron ronnie; abdullah abdulla apo; abigail abby abbie gail; abraham abe bram; adam adek
adas; adelaide addie; adelheid heidi adele; adrian adriaan adrianus arie ad adri; agnieszka aga agnes; ahmed
ahmad ahmet achmed; aikaterini katerina katina; alasdair alistair alastair alister al ali; albert alberto
bert al bertie albrecht; alejandra ale alex; alejandro alex ale jandro; alessandra ale sandra; alessandro
sandro ale alex; alexander aleksander aleksandr alexandr sasha sascha sanya alik olek shura; alexander alex
alec lex xander sandy zander sandro; alexander alexandre alex sacha; alexander sander lex; alexandra
aleksandra sasha ola alya; alexandra alexa alex sandra sandy lexi lexie; alexandros alexander alekos alex;
alfred alfredo fred freddie alf alfie; ali aly; alice alicia alison ali ally; amanda mandy manda; amelia
amelie millie amy; ana anita anabel; anastasia nastya nastia stacy stacey ana asya; anastasios tasos
anastasio; andre andrei andrey andrej andriy andrew andreas; andrea andreea andi andy; andreas andi anders
andy; andres andy; andrew andy drew; andries dries; andrzej andrew jedrek; angela angie ange angelika;
angelina angie lina; ann anne annie nan nancy; anna anne annie anni anja anka anya annika anneke ania ana
annette; annabel annabelle anabel bella; anthony antony tony ant; antoine tony; anton antonius toni ton toon
teun antoon; antoni antek; antonia antonella toni tonia nella; antonio toni tono tonino toninho tony;
archibald archie; armando mando; arnold arnaud arnaldo arnie arne; arthur artur arturo art artie turo;
athanasios thanasis thanos nasos; augustin gustl gus; augustus gus augustin; avraham avi avram; ayse aisha
aicha aysha aishe ayesha; barbara babs barb barbie; barbara basia bara barbel; bartholomew bartholomeus
bartolome bartosz bart bartek tolo; beatrice beatrix beatriz bea bee trixie triz; benedict benedikt ben;
benjamin ben benny benji benjie benni benjamim; benoit ben; bernard bernardo; bernard bernie barney;
bernhard bernd berni; bertram bert bertie; binyamin benny benji; birgit birgitta brigitte brigitta bridget
brigid britta gitte gitta bridie biddy; bogdan bohdan bogus; bradley brad; caitlin kaitlyn katelyn caitlyn
kate cait; camilla camille cam millie milla; carina karina; carl karl carlo kalle charles; carlos carlitos
charly; carmen carmencita; caroline karoline carolina karolina carolyn carol caro carrie lina line;
cassandra cassie cass sandra; catalina cata lina; catarina cata; caterina cate rina; catharina catherine
toos tineke trijntje to cato; catherine cathy cati; catriona katrina cat trina; cecilia cecile cecily celia
cissy sissy; charles charlie chuck chas chaz charley; charlotte carlotta lotte lotta charlie lottie charly;
chiara clara; christen kristen chris; christian kristian cristian chris kris; christina christine kristina
kristine cristina chris chrissie chrissy tina; christina kristina stina kicki kristin kirsten christel
kirstin; christopher christoph kristof christophe cristobal krzysztof christoffer kristoffer chris kit
topher stoffel krzysiek kris toffer; claire clare; clara klara; claudia klaudia claudine; clemens clement
klemens clem; clifford cliff; colin nicholas; concepcion concha conchita conchi; constance konstanze
constanza connie; constantine konstantin constantin kostya konstantinos; cornelius cornelis cornelio kees
cor neil niels conny; cynthia cindy cyndi; daniel daniele dan danny dani danilo danik; daniela danielle dani
danny; david dave davey davide dawid davy dudi; deborah debra debora deb debbie debby; dennis denis denny;
desmond des; diana diane dianne di; diederik dirk; diego santiago tiago iago; dimitri dmitri dmitry dmitriy
dmitrij dima mitya; dimitrios dimitris mitsos dimitri; dolores lola loli lolita; dominic dominik dominique
domenico domingo dom nick mimmo txomin; donald don donnie; dorota dorothea dorka; dorothea dorothee doro
thea; dorothy dorothea dot dottie dolly dora; douglas doug dougie; edmund edmond edmundo ed eddie ned ted;
eduard edi ed eddy edward; eduardo edu dudu lalo; edward ed eddie eddy ted teddy ned; edward edek; edwin ed
eddie ned; ekaterina yekaterina katerina katya katja katia catherine; eleanor elinor ellie nell nellie nora
lenny; elena lena elenita nena; eleni lena helen helena; eleonora eleonore nora lore ella; eleonora leonora
nora; elisabeth elizabeth elise elsa else ilse lies liesel lisa lise lisbeth sissi elli liesl lissi ella
bettina betty; elisabeth els liesbeth betje elly lijsbeth; elisabetta betta lisa elisa; elizabeth elisabeth
liz lizzie lizzy liza libby beth betty bess bessie betsy eliza elsie ellie lilibet lisa; elzbieta ela
elisabeth; emily emilia emmy milly millie em; emine amina; emma em emmy; emmanouil manolis emmanuel manos;
emmanuel emanuel manny manu immanuel; enrico rico; enrique quique kike; eric erik erich rick; erica erika
ricky; ernest ernie; ernesto neto; ernst ernest erni; erzsebet bozsi zsoka; esteban estevao stephen; etienne
stephen; eugene gene; eva eve evi evita ewa; eva evi evita ewa eve; evangeline evangelos vangelis evie; eve
eva evie; evgeny yevgeny jewgeni evgeni eugene zhenya; fatma fatima fatema fatoumata; federico fede fred;
felipe pipe felipillo; felix feliks; ferdinand fernando fernand ferdi nando ferdie; ferenc feri; filippo
pippo; florence florentine florencia flo flora flossie; florian flo florin; frances fran fanny frankie
francie; francesca franca cesca francy; francesco franco ciccio cesco checco francis; francis frank frankie
fran; francisca paca paquita kika chica; francisco paco pancho curro chico cisco kiko fran; franciszek
franek; francois francis; francoise fanfan franny; frans francis franciscus; frantisek franta fanda; franz
francis franzl frantz; franziska franzi franka sissi; frederick frederic fred freddie freddy; fredericka
frederica friederike frederika federica freddie rika fede; frederik fred rik fredrik; friedrich fritz fred
fiete friedel; fyodor fedor fedya theodore; gabor gabi; gabriel gabe gabi; gabriela gabrielle gabriella gabi
gaby gabby ella; geert gerrit gert; geoffrey jeffrey jeffery geoff jeff; georg jorg schorsch jurgen; george
georgie georg; georges jo geo; georgios giorgos yorgos george yiorgos; gerald gerry jerry ger; gerard gerry
ger gerrit gert; gerhard gerd gert hardy; gertrude gertrud gertie trudy trude gertje; giacomo jacopo mino;
giorgio gio; giovanna gianna vanna; giovanni gianni vanni nino gio john; giulia julia giuly; giuseppe beppe
peppe pino; goran joran; gregory greg gregg gregor; grigory grisha gregory; grzegorz grzesiek gregor;
guadalupe lupe lupita; guglielmo memo; guillaume gui; guillermo memo guille; gunther gunter guenter
guenther; gustav gustave gustaf gus gusti; gustavo gus guga; hamish james; harold harald harry hal; harriet
harriett hattie henrietta; hasan hassan; heather hettie; hedwig hedi hedy; heinrich heinz heiner heini hein
hinrich henry; helen helena helene nell nellie lena; helena lena lenka hela leni; hendrik henk rik hein;
henri henry riton; henrietta henriette hetty etta jet; henrik henry rik henning; henry harry hank hal;
henryk heniek; herbert heribert herb bert herbie; herman hermann manni; hieronymus jerome jeronimo jeroen
geronimo; hubert huub bert hubertus bart; hugh hughie huw hugo; huseyin hussein husain hossein; ibrahim ibo
ebrahim abraham; ignacio nacho; ignatius iggy; ignaz natzi; ioan ion john; ioannis giannis yannis yiannis
john; isaac izaak yitzhak itzik ike zak; isabel isabella isabelle isobel izabela izabella bella bel izzy
issy belle isa; istvan pista isti; ivan vanya iwan john; jack jacky; jacob jake jakob; jacobus jacob jaap
koos cobus ko sjaak; jacqueline jaqueline jackie jacky jacquie; jacques jacky; jadwiga jadzia; jaime jaimito
james; jakob jacob jockel; jakub kuba jacob; james jim jimmy jamie jem; jan honza; jan janek; jan jann
johann john; jana janka; jane janey janie jenny; janet janette jan jannet; janos jani jancsi john; jason jay
jase; jean jeannie; jean john; jeanne jeannette jeanette; jennifer jen jenny jenna jenn jennie; jeremy
jeremiah jeremias jerry jem; jerome jerry; jerzy jurek; jessica jess jessie; jiri jirka; joachim achim jo
jochen joakim; joakim jocke kim; joan joanna joanne jo; joanna asia joasia; joao joaozinho juca john;
joaquin quim quino; joel joe; johan janne john; johann johannes hans hannes hansi johan john; johanna hanna
hanne hanneke johanne jo joanna; johannes johan jan hans hannes john; john ian iain; john jon johnny jonny
jack johnnie; john sean shaun shawn; jonathan jonatan johnathan jon jonny nathan; joost joos josephus; jorg
joerg; jorge jordi; joris george; jose pepe pepito che; jose ze zezinho; josef joseph sepp seppi jupp beppo
pepi; josef pepa jozka; josep pep; joseph joe joey jos; josephine josefine giuseppina josefina josie jo fina
josephina joey jozefina pepita pina; joshua josh joschua josue; josip joso; joyce joy; jozef jozek joseph;
jozsef joska; juan jose juanjo; juan juanito juancho john; juana juanita; judith judy judit jude jutta;
juhani juha jussi johannes; julia julie jules juli; julian julien giuliano juliano jules; juliana julianna
juliane jule; juliet juliette giulietta jules; julius julio giulio jules julian; jurgen juergen jorgen
joergen; juri yuri yury yuriy yura; justin justus justino jus; justine justina justyna tina; karel karol
charles; karen karin caren; katarzyna kasia katherine; katerina kateryna kata katka katya; katharina
katarina kathi kathe katrin kati katja catharina nina; katherine catherine katharine kathryn catharine kate
katie kathy cathy kat kit kitty kay katy kathe cate kathie; kathleen cathleen kathy kate kay; kazimierz
casimir kazik kasimir; kenneth ken kenny; kevin kev; khadija hatice khadijah; kimberly kimberley kim;
kirsten kirsty kirstin; konrad conrad kurt; konstantinos kostas costas dinos; kristen kirsten kris; krystyna
krysia christina; laszlo laci; laura lauren laurie lora; laurens lars lau rens; laurent lolo; lawrence
laurence larry laurie; leonard len lenny leon leo; leonardo leo nardo; leonhard leo hardi; leopold leopoldo
leo poldi; leslie lesley les; lewis louis lou louie; lillian lilian liliana lily lilly lili; linda lynn lin
belinda melinda; lodewijk lode louis; lorenz laurenz lenz; lorenzo renzo enzo; louis ludo lou; louise lou
lulu luise; luc lucas; lucas lukas luke luca; lucy lucia lucie luzie lucille luce lucinda; ludwig lutz
wiggerl; luigi gigi gino; luis lucho luisito; luisa lu isa; lyudmila ludmila lyuda mila luda; mackenzie
mack; madeleine madeline maddie; magdalena lena magda leni; malgorzata gosia malgosia margaret; manuel
emmanuel manolo manu manolito; marc mark marco marcus markus; marcel marcello marcelo marcell; marcos
marquitos; marek marc mark; margaret meg megan maggie madge marge margie peggy greta maisie daisy rita;
margaretha margriet greet griet margreet gre; margarethe margareta grete gretel gretchen greta margret
marga; margarida guida; margarita marga rita; margherita rita marga; marguerite margot margo; maria marieke
mieke miep ria marijke mia; maria mariquita mari maruja; maria masha manya; maria mia mimi mitzi marie mary;
maria teresa maite; marianne marianna mariana marian; marie mimi manon mary; marina rina; marjorie marjory
marge margie; martha marta marti; martin martijn martino martim marty tinus maarten marten merten; martina
martine tina marty; mary molly polly may mae maria marie; mateo teo; mateusz mati matt; matilda mathilde
mathilda matilde tilly tilda tillie mattie maud thilde; matteo teo; matthew matt matty mat mathew; matthias
mathias matze hias mattias matz; matthijs thijs; maurice mo maury; mauricio mauro; maximilian maximiliano
massimiliano maxime max maxim massimo maks; maxwell max; mehmet memo memet; melanie mel mela; melissa mel
missy lissa; michael michi michl micha; michael mike mick mickey micky mikey mitch michel; michaela michele
michelle michaella michela mikaela mica micha shelly shell mickey micki; michail michalis michael; michal
michael misko; michalina michasia; michele michael mic; miguel miguelito michael migue; mihail mihai
michael; mihaly misi; mikael michael micke mika; mikhail mikhael misha mischa michael; mikolaj mikolay miki;
mildred millie mildi; miriam mirjam maryam mariam; miroslav mirek mirko; mohammed muhammad mohamed mohammad
muhammed mehmed mo hamada muhamed mohamad; monica monika monique moni; moritz maurice mo; moshe moses
moishe; mustafa mostafa musti; natalia natalya nataliya natasha tasha nata; natalie nathalie nat natasha;
nathaniel nathan nathanael nat nate; nicholas nicolas nick nicky nico nik; nicola nico nick; nicole nicola
nicoletta nicolette nikki nicky nicki niki; nicolo niccolo nico; niels nils cornelis; niklas nicklas nisse;
nikolai nikolay kolya nicholas; nikolaos nikos nicholas nick; nikolaus nikolas klaus claus nico niko
nicolaus; norman norm; olga olya olha; oliver olivier oliviero olli ollie oli olly; olivia liv livia ollie;
omer omar umar; oscar oskar ossi; osman othman uthman; pablo pablito paul; padraig patrick paudie paddy;
pamela pam pammy; panagiotis panos takis panayiotis; paolo paul; patricia pat patty patti tricia trish
trisha patsy; patricio pato; patrick pat paddy; patrizia patty pat; paul pauly; paula pauline paola paulina
pauli; pavel pavlik pasha paul; pawel paul; pedro perico peter; penelope penny pen; per peder petter peter;
peter pete petey; petra petronella nel; petros peter; petrus piet peter; philip phillip phil pip philipp
philippe; phyllis phyl; pierre pierrot peter; pieter piet peter; pietro piero peter; piotr piotrek peter;
pyotr petya peter petr; quentin quintin quinn; rachel rachael raquel rahel rach shelly rachele; raimund
raymond; ramon moncho; raymond ray raymund; rebecca rebekka rebekah becky becca bex beccy; regina gina
reggie; reginald reg reggie rex; reinhold reinhard; renata renate reni; ricardo rico richard; riccardo ricky
richard; richard dick rick ricky rich richie ricki; robert bob rob bobby robbie robby bert; robert robin
rob; roberta bobbie robbie berta; roberto beto robi tito; roderick rodrigo rod roddy rory; rodney rod;
rodolfo rudy fito; roger rogelio rodger rudiger rutger rog; roland rollo roly orlando; ronald ron ronnie
ronny; rosa rosita rosie; rosario charo; rose rosie rosa; rosemary rosemarie rosie rose romy; rudolf rudolph
rudi rudy rolf; rupert bert ruprecht; russell russ rusty; ryszard rysiek richard; salvador salvatore sal
chava toto salva; samantha sam sammy sami; samuel sam sammy sami; sandor sanyi; sarah sara sally sadie zara
sal sari; seamus james shay; sebastian seb basti bastian bas seba; sebastien seb bastien; serge sergei
sergey sergio sergi serhiy seryozha; sharon shaz shari; shimon simon; shmuel shmulik samuel; sidney sydney
sid; siegfried sigi siggi sigfried; silvia sylvia sylvie silvie silvana; simon simeon si; simone simona;
sofya sonya; sonja sonya sonia sophia; sophia sofia sophie sofie; stanislav stanislaw stas staszek standa;
stanley stan; stefan steffen stephan stef; stefano stephen; stepan styopa; stephanie stefanie stefania
stephania steffi steph stef fanny stephie; stephen steven steve stevie stephan; stijn stefan; stuart stewart
stu; suleyman suleiman solomon salomon sulo; susan sue suzie susie suzy; susanna susanne susan sanna sanne
susi sue; sven svend; svetlana sveta lana; szymon simon; tatiana tatyana tatjana tanya tanja tania; terence
terrence terry tel; teresa theresa therese terry terri tess tessa tessie resi teresita tere; theodor theo;
theodore theo ted teddy; theodorus theo dorus; thomas tom tommy thom; timothy timotheus timoteo tim timmy
timo timofei; tobias tobiah toby tobi; tomas tommy tom; tomasz tomek tom; tommaso tom masi; ursula urszula
ursel ulla uschi; valentin valentine valentino val tino; valentina valentine val; vasily vasil vasilis
vasileios basil basilio vasya bill; vera veronica veronika veronique vroni ronnie nika vero; victor viktor
vittorio vic vick vitya; victoria viktoria vicky vicki tori viki vic; vilem vila; vilmos vili; vincent
vincenzo vicente vinzenz vince vin vinnie enzo cenzo chente; violet viola violetta viorica; virginia ginny
ginnie virginie ginger; vladimir vlada; vladimir volodya vova vlad; vladislav vlad slava; vojtech vojta;
volodymyr vladimir vova volodya; walter walt wally; walther walter; wendy gwendolyn gwen; wiktoria viktoria
wika; wilfred wilf fred; wilfried willi fred; wilhelm willi willy helm; wilhelmina mien willemijn;
wilhelmina mina minnie billie willa; willem wim pim; william will willy willie bill billy liam; winifred
winifried freddie winnie; winston win; wladyslaw wladek; wojciech wojtek; wolfgang wolf wolfi; wouter wout
walter; xavier javier saverio xaver javi xavi; yakov yasha jacob; yelena elena jelena lena alyona alena;
yevgenia eugenia evgenia zhenya genia genie; yosef yossi joseph josef; yulia julia yuliya julija yulya;
yusuf youssef joseph yousef josef; yusuf youssef yousef joseph jusuf; zachary zacharias zachariah zack zach
zac zak; zbigniew zbyszek; zdenek zdenko; zeynep zainab zaynab zeinab; zofia zosia sophia; zsuzsanna zsuzsa;
zuzana zuzka; zuzanna zuzia
"""
"""Groups with a semicolon between; in each the name itself comes first."""


@cache
def _groups_by_name() -> dict[str, frozenset[str]]:
    """For each name the groups that it is in, by number."""
    found: dict[str, set[str]] = {}
    for number, group in enumerate(_TABLE.split(";")):
        for name in group.split():
            found.setdefault(name, set()).add(str(number))
    return {name: frozenset(groups) for name, groups in found.items()}


def name_groups(name: str) -> frozenset[str]:
    """The groups that a given name is in; none where the table does not know it."""
    return _groups_by_name().get(name, frozenset())


def forms_of(name: str) -> frozenset[str]:
    """Every form of the names that ``name`` may be short for, itself included."""
    groups = name_groups(name)
    return frozenset({name, *(form for form, of in _groups_by_name().items() if of & groups)})
