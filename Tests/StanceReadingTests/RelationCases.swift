import Testing

/// A text of our own and the relations that its words state: `predicate subject object`, then a year and, behind
/// `@`, who says it, where the text tells.
struct RelationCase: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var states: [String]
  /// What a hasty reader might take for stated.
  var silent: [String] = []
  var testDescription: String { name }

  static let all: [RelationCase] = [
    RelationCase(
      name: "titles before and after a name",
      text: """
        Chilean Foreign Minister Lena Vasquez met Peru's prime minister, Oscar Tello, at the border on Monday. \
        Marta Quiroga, the defence minister of Bolivia, stayed away.
        """,
      states: [
        "holds-office person:lena-vasquez country:CL", "holds-office person:oscar-tello country:PE",
        "holds-office person:marta-quiroga country:BO",
      ],
      silent: ["holds-office person:oscar-tello country:CL"]),
    RelationCase(
      name: "coordinated officials",
      text: """
        President Idris Konate of Mali and his Senegalese counterpart Ousmane Faye opened the bridge with Niger's \
        president Salif Maiga and energy minister Aminata Bello.
        """,
      states: [
        "holds-office person:idris-konate country:ML",
        "holds-office person:ousmane-faye country:SN",
        "holds-office person:salif-maiga country:NE",
        "holds-office person:aminata-bello country:NE",
      ],
      silent: ["holds-office person:ousmane-faye country:ML"]),
    RelationCase(
      name: "spokespeople, advisers and aides",
      text: """
        Piotr Zielak, a spokesman for the European Commission, declined to comment. Hana Novotna, an adviser to Czech \
        President Karel Dvoran, called the plan sound, and so did Petr Malik, a lawyer for Greenpeace.
        """,
      states: [
        "works-for person:piotr-zielak organization:european-commission",
        "works-for person:hana-novotna person:karel-dvoran",
        "holds-office person:karel-dvoran country:CZ",
        "works-for person:petr-malik organization:greenpeace",
      ]),
    RelationCase(
      name: "heads of organisations",
      text: """
        Amnesty International director Julia Brandt wrote to Ravi Menon, who leads the World Bank. The secretary-general \
        of the Arab League, Nabil Haddad, and Greenpeace chief Anna Lund signed as well.
        """,
      states: [
        "leads person:julia-brandt organization:amnesty-international",
        "leads person:ravi-menon organization:world-bank",
        "leads person:nabil-haddad organization:arab-league",
        "leads person:anna-lund organization:greenpeace",
      ]),
    RelationCase(
      name: "party and parliament",
      text: """
        Labour MP Tom Fletcher and Conservative Party leader Grace Holm clashed in London. In Washington, Republican \
        Senator Alice Moreau and Dan Whitlow, a Democratic congressman, voted alike.
        """,
      states: [
        "member-of person:tom-fletcher organization:labour-party",
        "holds-office person:tom-fletcher country:GB",
        "leads person:grace-holm organization:conservative-party",
        "member-of person:alice-moreau organization:republican-party",
        "holds-office person:alice-moreau country:US",
        "member-of person:dan-whitlow organization:democratic-party",
        "holds-office person:dan-whitlow country:US",
      ],
      silent: ["holds-office person:tom-fletcher organization:labour-party"]),
    RelationCase(
      name: "no office now",
      text: """
        Former Danish Prime Minister Nils Bergholm spoke in Oslo. President-elect Clara Ruiz of Panama listened. Jorge \
        Leal, once finance minister of Brazil, and the late Cuban president Raul Ibarra were honoured.
        """,
      states: [],
      silent: [
        "holds-office person:nils-bergholm country:DK", "holds-office person:clara-ruiz country:PA",
        "holds-office person:jorge-leal country:BR", "holds-office person:raul-ibarra country:CU",
      ]),
    RelationCase(
      name: "annexation",
      text: """
        Iraq annexed Kuwait in 1990. The annexation of Crimea by Russia in 2014 was condemned, and in 2022 Moscow \
        annexed Kherson. Israel has not annexed the West Bank.
        """,
      states: [
        "annexed country:IQ country:KW 1990", "annexed country:RU region:crimea 2014",
        "annexed country:RU region:kherson 2022",
      ],
      silent: ["annexed country:IL region:west-bank"]),
    RelationCase(
      name: "occupation and control",
      text: """
        Israel has occupied the Golan Heights since 1967. The M23 captured Goma in 2025 and the Houthis control much of \
        Yemen. Northern Cyprus, which is controlled by Turkish troops, has its own flag.
        """,
      states: [
        "controls country:IL region:golan-heights 1967",
        "occupies country:IL region:golan-heights 1967",
        "controls organization:houthi-movement country:YE",
        "controls country:TR region:northern-cyprus",
      ]),
    RelationCase(
      name: "attacks told by verbs",
      text: """
        Ethiopian jets bombed Tigray on Tuesday. Hezbollah fired rockets at Israel, which struck back at Lebanon. Sudan \
        was attacked by Chad in 2008, and Azerbaijani forces shelled Armenia.
        """,
      states: [
        "attacks country:ET region:tigray", "attacks organization:hezbollah country:IL",
        "attacks country:TD country:SD 2008", "attacks country:AZ country:AM",
      ]),
    RelationCase(
      name: "attacks told by nouns",
      text: """
        Turkish airstrikes on Syria killed nine people. The Rwandan invasion of Congo began in 1996. An attack by Hamas \
        on Israel in 2023 set off the war, and Saudi Arabia kept up its bombing campaign against Yemen.
        """,
      states: [
        "attacks country:TR country:SY", "attacks country:RW country:CD 1996",
        "attacks organization:hamas country:IL 2023", "attacks country:SA country:YE",
      ]),
    RelationCase(
      name: "what is not told as fact",
      text: """
        If China attacked Taiwan, prices would rise. Poland denied that it had annexed Kaliningrad. Ecuador refused to \
        recognise Kosovo, and Iran may attack Bahrain.
        """,
      states: [],
      silent: [
        "attacks country:CN country:TW", "annexed country:PL region:kaliningrad",
        "recognises country:EC country:XK", "attacks country:IR country:BH",
      ]),
    RelationCase(
      name: "sanctions",
      text: """
        The European Union imposed sanctions on Belarus in 2021. Zimbabwe has been under United States sanctions since \
        2003. Canada blacklisted the Wagner Group, and British sanctions against Myanmar were tightened.
        """,
      states: [
        "sanctions organization:EU country:BY 2021", "sanctions country:US country:ZW 2003",
        "sanctions country:CA organization:wagner-group", "sanctions country:GB country:MM",
      ]),
    RelationCase(
      name: "aid",
      text: """
        Japan gave Ukraine 400 million dollars in aid. Poland supplied Moldova with generators. Norway sent medicine to \
        Sudan. American aid to Jordan was doubled.
        """,
      states: [
        "aids country:JP country:UA", "aids country:PL country:MD", "aids country:NO country:SD",
        "aids country:US country:JO",
      ]),
    RelationCase(
      name: "talks",
      text: """
        Armenia held talks with Azerbaijan in Tbilisi. Sudan and Ethiopia resumed negotiations over the dam, while India \
        is negotiating with Pakistan about water. Talks between Serbia and Kosovo broke down in 2018.
        """,
      states: [
        "negotiates-with country:AM country:AZ", "negotiates-with country:SD country:ET",
        "negotiates-with country:IN country:PK", "negotiates-with country:RS country:XK 2018",
      ]),
    RelationCase(
      name: "alliances",
      text: """
        Serbia, a close ally of Russia, kept silent. Japan is allied with the United States, and Eritrea formed an \
        alliance with Egypt in 2024.
        """,
      states: [
        "allied-with country:RS country:RU", "allied-with country:JP country:US",
        "allied-with country:ER country:EG 2024",
      ]),
    RelationCase(
      name: "recognition",
      text: """
        Norway recognised Palestine in 2024. Abkhazia, which is recognised by Nicaragua, sent a note. Ghana is the first \
        country to recognise Somaliland, and Peru withdrew its recognition of Western Sahara.
        """,
      states: [
        "recognises country:NO country:PS 2024", "recognises country:NI region:abkhazia",
        "recognises country:GH region:somaliland",
      ],
      silent: ["recognises country:PE region:western-sahara"]),
    RelationCase(
      name: "members and candidates",
      text: """
        Croatia joined the European Union in 2013. Turkey, a member of NATO since 1952, and fellow NATO member Hungary \
        hesitated. Georgia applied to join the European Union, and Moldova wants to become a member of the European Union. Bosnia's \
        bid to join NATO has stalled.
        """,
      states: [
        "member-of country:HR organization:EU 2013", "member-of country:TR organization:NATO 1952",
        "member-of country:HU organization:NATO", "wants-to-join country:GE organization:EU",
        "wants-to-join country:MD organization:EU", "wants-to-join country:BA organization:NATO",
      ],
      silent: ["member-of country:GE organization:EU", "member-of country:BA organization:NATO"]),
    RelationCase(
      name: "parts of countries and bodies",
      text: """
        A ferry left Batumi, Georgia, at noon. The Spanish region of Catalonia and Corsica, a French island, signed an \
        accord in Bern, the Swiss capital. The Quds Force, a branch of the Revolutionary Guards, and the Supreme Court of \
        Brazil were mentioned, and Scotland is part of the United Kingdom.
        """,
      states: [
        "part-of region:batumi country:GE", "part-of region:catalonia country:ES",
        "part-of region:corsica country:FR", "part-of region:bern country:CH",
        "part-of organization:quds-force organization:IRGC", "part-of region:scotland country:GB",
      ]),
    RelationCase(
      name: "rival claims",
      text: """
        Argentina claims the Falkland Islands, which are administered by Britain. Both Sudan and Egypt claim the Halaib \
        Triangle. Beijing says that Taiwan is part of China. Morocco's claim to Western Sahara is disputed.
        """,
      states: [
        "claims country:AR country:FK", "controls country:GB country:FK",
        "claims country:SD region:halaib-triangle", "claims country:EG region:halaib-triangle",
        "part-of country:TW country:CN @country:CN", "claims country:MA country:EH",
      ]),
    RelationCase(
      name: "a claim stays the claimant's",
      text: """
        According to Armenia, Azerbaijan shelled Nagorno-Karabakh in 2020. Venezuela's foreign minister, Ines Paredes, \
        said that Colombia had attacked Venezuela. Ukraine accused Belarus of supplying Russia with shells. Officials \
        said that Niger had attacked Mali.
        """,
      states: [
        "attacks country:AZ region:nagorno-karabakh 2020 @country:AM",
        "attacks country:CO country:VE @person:ines-paredes",
        "attacks country:NE country:ML @group:officials",
        "holds-office person:ines-paredes country:VE",
      ]),
    RelationCase(
      name: "recognition of a new state",
      text: """
        Kosovo declared independence from Serbia. Albania and Turkey recognised Kosovo the next day, and Samoa became the \
        first island state to recognise it. Spain does not recognise Kosovo. More than forty countries, including Canada \
        and Peru, have recognised Kosovo.
        """,
      states: [
        "recognises country:AL country:XK", "recognises country:TR country:XK",
        "recognises country:WS country:XK", "recognises country:CA country:XK",
        "recognises country:PE country:XK",
      ],
      silent: ["recognises country:ES country:XK"]),
    RelationCase(
      name: "a summit and its forests",
      text: """
        The governor of the Brazilian state of Bahia, Caio Brandt, met Bolivian President Teresa Quispe in Manaus, \
        Brazil. German environment minister Klara Vogel and her French counterpart Luc Morel flew in from Biarritz in \
        southwestern France.
        """,
      states: [
        "part-of region:bahia country:BR", "holds-office person:caio-brandt region:bahia",
        "holds-office person:teresa-quispe country:BO", "part-of region:manaus country:BR",
        "holds-office person:klara-vogel country:DE", "holds-office person:luc-morel country:FR",
        "part-of region:biarritz country:FR",
      ]),
    RelationCase(
      name: "a reporter and an investigator",
      text: """
        Yusuf Rahal, a columnist for The Washington Post, was last seen in Ankara, Turkey. Leyla Sezer, the chief \
        prosecutor of Istanbul, and Turkey's Justice Minister Kemal Aydin opened an inquiry. Miriam Koch of Human Rights \
        Watch asked for more.
        """,
      states: [
        "works-for person:yusuf-rahal organization:the-washington-post",
        "part-of region:ankara country:TR", "holds-office person:kemal-aydin country:TR",
        "works-for person:miriam-koch organization:HRW",
      ]),
    RelationCase(
      name: "a congress and its committees",
      text: """
        House Minority Leader Walter Pryce, a Republican from Ohio, wrote to Democratic Representative Nora Kessler of \
        Oregon, who chairs the House Budget Committee. Senator Paul Dietz (R-Utah) and acting Director of National \
        Intelligence Owen Harrow were copied in.
        """,
      states: [
        "holds-office person:walter-pryce country:US",
        "member-of person:walter-pryce organization:republican-party",
        "member-of person:nora-kessler organization:democratic-party",
        "holds-office person:nora-kessler country:US",
        "leads person:nora-kessler organization:house-budget-committee",
        "holds-office person:paul-dietz country:US",
        "member-of person:paul-dietz organization:republican-party",
        "holds-office person:owen-harrow country:US",
      ]),
    RelationCase(
      name: "a divided country",
      text: """
        General Omar Salhi, commander of the Libyan National Army, whose forces captured Sirte in January, met Egyptian \
        President Abdel Fattah el-Sisi in Cairo. Farid Mansur heads the Free Libya Party, which governs western \
        Libya.
        """,
      states: [
        "holds-office person:abdel-fattah-el-sisi country:EG",
        "leads person:farid-mansur organization:free-libya-party",
      ]),
    RelationCase(
      name: "a union and its diplomats",
      text: """
        The EU's foreign policy chief, Elina Saar, and European Council President Bram Visser met NATO Secretary General \
        Tor Eklund. Sweden's ambassador to the United Nations, Maja Lindh, and Luca Ferri, who is Italy's envoy to Libya, \
        took part.
        """,
      states: [
        "holds-office person:elina-saar organization:EU",
        "leads person:bram-visser organization:european-council",
        "leads person:tor-eklund organization:NATO", "holds-office person:maja-lindh country:SE",
        "holds-office person:luca-ferri country:IT",
      ],
      silent: ["holds-office person:luca-ferri country:LY"]),
    RelationCase(
      name: "a palace and a party",
      text: """
        The Thai Raksa Chart Party withdrew its nominee. King Maha Vajiralongkorn of Thailand had objected. Somchai \
        Wirat, secretary-general of the Palang Pracharath Party, praised Prime Minister Prawit Chanarong, a former army \
        chief who has led the junta since 2014.
        """,
      states: [
        "holds-office person:vajiralongkorn country:TH",
        "leads person:somchai-wirat organization:palang-pracharath-party",
        "holds-office person:prawit-chanarong country:TH",
      ]),
    RelationCase(
      name: "a drone strike and its answer",
      text: """
        A United States drone strike in Baghdad, Iraq, killed Hadi Karim, a commander of Kataib Hezbollah. Iran responded \
        by firing missiles at Iraq. Iraqi Prime Minister Salam Jabbar said that American troops had violated the accord.
        """,
      states: [
        "part-of region:baghdad country:IQ", "attacks country:US person:hadi-karim",
        "attacks country:IR country:IQ", "holds-office person:salam-jabbar country:IQ",
      ]),
    RelationCase(
      name: "a call between leaders",
      text: """
        White House press secretary Dana Whitlock said the call lasted an hour. US national security adviser Reid Colton and \
        his Russian counterpart, Igor Baranov, listened in. Colton said that Russia had invaded Ukraine in 2014 and occupies Crimea.
        """,
      states: [
        "holds-office person:dana-whitlock country:US",
        "holds-office person:reid-colton country:US",
        "holds-office person:igor-baranov country:RU",
        "attacks country:RU country:UA 2014 @person:reid-colton",
        "occupies country:RU region:crimea @person:reid-colton",
      ]),
    RelationCase(
      name: "offices in the order of other languages",
      text: """
        The president of the Republic of Kenya, Joseph Otieno, thanked Mary Wambui, cabinet secretary for health. Mayor of \
        Nairobi Peter Kamau and Kenya Red Cross secretary-general Ann Chebet came too. Tanzanian vice president Hassan \
        Mrisho sent a deputy.
        """,
      states: [
        "holds-office person:joseph-otieno country:KE",
        "holds-office person:mary-wambui country:KE",
        "leads person:ann-chebet organization:kenya-red-cross",
        "holds-office person:hassan-mrisho country:TZ",
      ]),
    RelationCase(
      name: "courts, chiefs of staff and rapporteurs",
      text: """
        Bruno Salles, chief of staff to Brazilian President Davi Nunes, rejected the offer. UN special rapporteur Ingrid \
        Falk had asked Crown Prince Nasser al-Amri of Oman for answers. Judge Elena Prat of the Spanish Supreme Court \
        will hear the case.
        """,
      states: [
        "holds-office person:davi-nunes country:BR",
        "holds-office person:ingrid-falk organization:UN",
        "holds-office person:nasser-al-amri country:OM",
      ]),
    RelationCase(
      name: "speakers and lawmakers",
      text: """
        Aguila Darwish, the speaker of Libya's parliament, flew to Moscow. Iraqi parliament speaker Saad Mutlaq and \
        Kurdish lawmaker Rebin Aziz stayed in Baghdad. British lawmaker Imogen Ward of the Green Party asked why.
        """,
      states: [
        "holds-office person:aguila-darwish country:LY",
        "holds-office person:saad-mutlaq country:IQ",
        "holds-office person:imogen-ward country:GB",
      ]),
    RelationCase(
      name: "headline and dateline",
      text: """
        NAIROBI, Kenya – Ethiopian troops have seized the border town of Moyale, police said. Ethiopia's army chief, \
        General Tesfaye Worku, denied it. Kenyan interior minister Grace Njoroge called the move an invasion.
        """,
      states: [
        "part-of region:nairobi country:KE", "holds-office person:tesfaye-worku country:ET",
        "holds-office person:grace-njoroge country:KE",
      ]),
    RelationCase(
      name: "passives and perfects",
      text: """
        South Ossetia has been controlled by Russia since 2008. Damascus was bombed by Israel on Friday. The Comoros were \
        admitted to the African Union, and Iran has been sanctioned by Canada.
        """,
      states: [
        "controls country:RU region:south-ossetia 2008", "sanctions country:CA country:IR",
        "member-of country:KM organization:AU",
      ]),
    RelationCase(
      name: "aims and appeals",
      text: """
        Serbia said it would never recognise Kosovo. Finland is considering sanctions against Iran, and Chad threatened \
        to attack Sudan. Ukraine asked to be admitted to NATO. Pakistan urged India not to annex Kashmir.
        """,
      states: [],
      silent: [
        "recognises country:RS country:XK", "sanctions country:FI country:IR",
        "attacks country:TD country:SD", "member-of country:UA organization:NATO",
        "annexed country:IN region:kashmir",
      ]),
    RelationCase(
      name: "companies and unions",
      text: """
        Siemens chief executive Jonas Krull and Maria Stein, head of the German Trade Union Confederation, argued on \
        television. Paul Varga, an economist at Oxford University, and Eva Toth, professor of law at the University of \
        Vienna, agreed with Krull.
        """,
      states: [
        "leads person:jonas-krull organization:siemens",
        "leads person:maria-stein organization:german-trade-union-confederation",
        "works-for person:paul-varga organization:oxford-university",
        "works-for person:eva-toth organization:university-of-vienna",
      ]),
    RelationCase(
      name: "wings and branches",
      text: """
        The Qassam Brigades are the armed wing of Hamas. The Wagner Group belongs to no ministry. UNICEF, an agency of the \
        United Nations, and Frontex, the border agency of the European Union, sent teams. Hong Kong is part of China.
        """,
      states: [
        "part-of organization:qassam-brigades organization:hamas",
        "part-of organization:UNICEF organization:UN", "part-of country:HK country:CN",
      ]),
    RelationCase(
      name: "two names and one post",
      text: """
        Presidents Luis Arcos of Ecuador and Pilar Reyes of Colombia met. Foreign ministers Anders Lien and Tove Dahl \
        spoke for Norway and Denmark. Portugal's Prime Minister Rui Matos and President Sara Coelho were absent.
        """,
      states: [
        "holds-office person:luis-arcos country:EC", "holds-office person:pilar-reyes country:CO",
        "holds-office person:rui-matos country:PT", "holds-office person:sara-coelho country:PT",
      ],
      silent: ["holds-office person:pilar-reyes country:EC"]),
    RelationCase(
      name: "war and ceasefire",
      text: """
        Israeli warplanes hit targets in Lebanon, and Hezbollah retaliated by firing rockets into Israel. Rebels backed by \
        Rwanda advanced on Bukavu. Pakistan and Afghanistan exchanged fire on Sunday.
        """,
      states: [
        "attacks country:IL country:LB", "attacks organization:hezbollah country:IL",
        "attacks country:PK country:AF", "attacks country:AF country:PK",
      ]),
    RelationCase(
      name: "who says that it is so",
      text: """
        Georgia says that Russia occupies Abkhazia. "Armenia has annexed Nagorno-Karabakh," said Azerbaijan's foreign \
        minister, Farhad Aliyar. The Philippines claims that China has seized the shoal. Sudan has accused Chad of \
        arming rebels.
        """,
      states: [
        "occupies country:RU region:abkhazia @country:GE",
        "annexed country:AM region:nagorno-karabakh @person:farhad-aliyar",
        "holds-office person:farhad-aliyar country:AZ",
      ],
      silent: ["claims country:PH"]),
  ]
}
