"""What the ontology needs beyond the fact tables, from general knowledge.

Each name here becomes rows with the source `hand`. Lists within a cell are joined by `|`.
"""

# Names that would be read into other words without their article (*Member States*).
NEEDS_ARTICLE = {"the States", "the Brotherhood"}

# Further names of countries.
COUNTRY_ALIASES = {
    "CD": ["Congo"],
    "CG": ["Congo"],
    "KP": ["Korea"],
    "KR": ["Korea"],
    "MM": ["Burma"],
    "VA": ["the Vatican"],
}
COUNTRY_ADJECTIVES = {"KR": ["Korean"], "KP": ["Korean"]}
COUNTRY_DEMONYMS = {"KR": ["Koreans"], "KP": ["Koreans"]}

# Seats of power beyond capitals and what the fact tables have.
COUNTRY_METONYMS = {
    "BE": ["Brussels"],
    "BY": ["Drozdy"],
    "CY": ["Presidential Palace in Nicosia"],
    "EG": ["Heliopolis Palace"],
    "GE": ["Orbeliani Palace"],
    "IR": ["Pasteur Street"],
    "LB": ["Grand Serail"],
    "MD": ["Chișinău"],
    "MX": ["Palacio Nacional"],
    "RU": ["Staraya Square", "Novo-Ogaryovo"],
    "TR": ["Beştepe"],
    "US": ["1600 Pennsylvania Avenue"],
    "UY": ["Torre Ejecutiva"],
}

# Words that name a part of a country are given to the part.
COUNTRY_DROP = {
    "GB": ["Englishman", "Englishmen", "Scot", "Scots", "Welshman", "Welshmen", "English",
           "Scottish", "Welsh"],
    "BD": ["East Pakistan"],
}

# Adjectives and words for the people of regions: (adjectives, words for people).
REGION_WORDS = {
    "abkhazia": (["Abkhaz", "Abkhazian"], ["Abkhazians", "Abkhazian"]),
    "africa": (["African", "pan-African"], ["African", "Africans"]),
    "arab-world": (["Arab"], ["Arab", "Arabs"]),
    "arctic": (["Arctic"], []),
    "asia": (["Asian"], ["Asian", "Asians"]),
    "balkans": (["Balkan"], []),
    "baltics": (["Baltic"], ["Balts"]),
    "basque-country": (["Basque"], ["Basque", "Basques"]),
    "bavaria": (["Bavarian"], ["Bavarian", "Bavarians"]),
    "caribbean": (["Caribbean"], []),
    "catalonia": (["Catalan"], ["Catalan", "Catalans"]),
    "central-asia": (["Central Asian"], ["Central Asians"]),
    "central-america": (["Central American"], ["Central Americans"]),
    "chechnya": (["Chechen"], ["Chechen", "Chechens"]),
    "crimea": (["Crimean"], ["Crimean", "Crimeans"]),
    "darfur": (["Darfuri"], ["Darfuri", "Darfuris"]),
    "east-africa": (["East African"], ["East Africans"]),
    "east-asia": (["East Asian"], ["East Asians"]),
    "england": (["English"], ["Englishman", "Englishwoman", "Englishmen"]),
    "eurasia": (["Eurasian"], []),
    "europe": (["European", "pan-European"], ["European", "Europeans"]),
    "european-continent-east": (["Eastern European", "East European"], ["Eastern Europeans"]),
    "central-europe": (["Central European"], ["Central Europeans"]),
    "flanders": (["Flemish"], []),
    "gaza": (["Gazan"], ["Gazan", "Gazans"]),
    "indo-pacific": (["Indo-Pacific"], []),
    "kashmir": (["Kashmiri"], ["Kashmiri", "Kashmiris"]),
    "kurdistan": (["Kurdish"], ["Kurd", "Kurds"]),
    "latin-america": (["Latin American"], ["Latin American", "Latin Americans"]),
    "levant": (["Levantine"], []),
    "maghreb": (["Maghrebi"], []),
    "mediterranean": (["Mediterranean"], []),
    "middle-east": (["Middle Eastern", "Mideast"], ["Middle Easterners"]),
    "nordic": (["Nordic", "Scandinavian"], ["Scandinavian", "Scandinavians"]),
    "north-africa": (["North African"], ["North Africans"]),
    "north-america": (["North American"], ["North Americans"]),
    "northern-cyprus": (["Turkish Cypriot"], ["Turkish Cypriot", "Turkish Cypriots"]),
    "northern-ireland": (["Northern Irish"], []),
    "post-soviet": (["post-Soviet"], []),
    "quebec": (["Quebecois", "Québécois"], ["Quebecer", "Quebecers", "Québécois"]),
    "republika-srpska": (["Bosnian Serb"], ["Bosnian Serb", "Bosnian Serbs"]),
    "sahel": (["Sahelian"], []),
    "scotland": (["Scottish"], ["Scot", "Scots", "Scotsman", "Scotswoman"]),
    "siberia": (["Siberian"], ["Siberians"]),
    "sicily": (["Sicilian"], ["Sicilians"]),
    "somaliland": (["Somalilander"], ["Somalilander", "Somalilanders"]),
    "south-america": (["South American"], ["South Americans"]),
    "south-asia": (["South Asian"], ["South Asians"]),
    "south-ossetia": (["South Ossetian", "Ossetian"], ["South Ossetians", "Ossetians"]),
    "southeast-asia": (["Southeast Asian", "South-East Asian", "south-east Asian"],
                       ["Southeast Asians"]),
    "sub-saharan-africa": (["sub-Saharan"], []),
    "texas": (["Texan"], ["Texan", "Texans"]),
    "california": (["Californian"], ["Californian", "Californians"]),
    "tibet": (["Tibetan"], ["Tibetan", "Tibetans"]),
    "tigray": (["Tigrayan"], ["Tigrayan", "Tigrayans"]),
    "transatlantic": (["transatlantic", "trans-Atlantic", "Euro-Atlantic"], []),
    "transnistria": (["Transnistrian"], ["Transnistrians"]),
    "wales": (["Welsh"], ["Welshman", "Welshwoman", "Welshmen"]),
    "wallonia": (["Walloon"], ["Walloons"]),
    "west": (["Western"], ["Westerner", "Westerners"]),
    "west-africa": (["West African"], ["West Africans"]),
    "western-europe": (["Western European", "West European"], ["Western Europeans"]),
    "xinjiang": (["Uyghur", "Uighur"], ["Uyghur", "Uyghurs", "Uighur", "Uighurs"]),
}
REGION_VARIANTS = {
    "europe": ["European allies", "European countries", "European nations", "European states",
               "European powers", "European capitals"],
    "west": ["Western nations", "Western governments", "Western states", "Western capitals",
             "Western partners"],
    "africa": ["African countries", "African nations", "African states"],
    "asia": ["Asian countries", "Asian nations"],
    "nordic": ["Nordic states", "Nordic nations"],
    "baltics": ["Baltic nations", "Baltic republics"],
    "middle-east": ["Middle Eastern countries"],
    "latin-america": ["Latin American countries", "Latin American nations"],
    "donetsk": ["Donetsk region", "Donetsk oblast", "Donetsk province"],
    "luhansk": ["Luhansk region", "Luhansk oblast", "Luhansk province", "Lugansk region"],
    "kherson": ["Kherson region", "Kherson oblast", "Kherson province"],
    "zaporizhzhia": ["Zaporizhzhia oblast", "Zaporizhzhia province"],
    "crimea": ["Crimea peninsula", "Crimean peninsula", "the Crimea"],
}

# id: (name, variants, kind, parent)
REGIONS = {
    "arab-world": ("Arab world", ["Arab states", "Arab countries", "Arab nations",
                                  "Arab governments"], "macro-region", ""),
    "flanders": ("Flanders", [], "region", "country:BE"),
    "basque-country": ("Basque Country", ["Basque region"], "region", "country:ES"),
    "sicily": ("Sicily", [], "region", "country:IT"),
    "lombardy": ("Lombardy", [], "region", "country:IT"),
    "corsica": ("Corsica", [], "island", "country:FR"),
    "amazon": ("Amazon", ["Amazon rainforest", "Amazon basin", "the Amazon"], "macro-region", ""),
}

ORGANIZATION_VARIANTS = {
    "AP": ["AP", "The Associated Press"],
    "DUP": ["DUP"],
    "palestinian-authority": ["PA"],
    "taliban": ["Taleban"],
    "EU": ["European bloc", "27-nation bloc"],
    "UN": ["world body"],
    "cn-npc": ["Chinese parliament", "China's parliament"],
    "us-army": ["American military", "U.S. forces", "U.S. troops", "US army", "U.S. army",
                "US armed forces", "U.S. armed forces", "American armed forces"],
    "ru-army": ["Russian armed forces", "Russia's armed forces", "Russia's military",
                "Russia's army"],
    "ua-army": ["Ukrainian armed forces", "Ukraine's armed forces", "Ukrainian troops",
                "Ukraine's military", "Ukraine's army"],
    "uk-fcdo": ["UK Foreign Office", "British Foreign Office"],
    "uk-mod": ["UK Defence Ministry", "British Defence Ministry", "British Defense Ministry"],
    "hezbollah": ["Hizballah"],
}
ORGANIZATION_METONYMS = {"NATO": ["Brussels"]}
ORGANIZATION_ADJECTIVES = {
    "houthi-movement": ["Houthi"],
    "conservative-party": ["Tory", "Conservative"],
    "republican-party": ["Republican"],
    "democratic-party": ["Democratic", "Democrat"],
    "labour-party": ["Labour"],
    "taliban": ["Taliban"],
}

# id: (name, variants, type, home country)
ORGANIZATIONS = {
    "AFCFTA": ("African Continental Free Trade Area", ["AfCFTA"], "igo", ""),
    "ADB": ("Asian Development Bank", [], "igo", ""),
    "AFDB": ("African Development Bank", ["AfDB"], "igo", ""),
    "EIB": ("European Investment Bank", ["EIB"], "agency", ""),
    "ECHR": ("European Commission of Human Rights", [], "court", ""),
    "UNEP": ("United Nations Environment Programme", ["UNEP"], "igo", ""),
    "UNFCCC": ("United Nations Framework Convention on Climate Change", ["UNFCCC"], "igo", ""),
    "IPCC": ("Intergovernmental Panel on Climate Change", ["IPCC"], "igo", ""),
    "ICTR": ("International Criminal Tribunal for Rwanda", ["ICTR"], "court", ""),
    "catholic-church": ("Catholic Church", ["Roman Catholic Church"], "ngo", ""),
    "church-of-england": ("Church of England", [], "ngo", "GB"),
    "greenpeace": ("Greenpeace", [], "ngo", ""),
    "oxfam": ("Oxfam", [], "ngo", ""),
    "save-the-children": ("Save the Children", [], "ngo", ""),
    "reporters-without-borders": ("Reporters Without Borders", [], "ngo", ""),
    "red-crescent": ("Red Crescent", [], "ngo", ""),
    "white-helmets": ("White Helmets", ["Syria Civil Defence"], "ngo", "SY"),
    "supreme-court-of-the-united-kingdom": (
        "Supreme Court of the United Kingdom", ["UK Supreme Court"], "court", "GB"),
    "free-syrian-army": ("Free Syrian Army", ["FSA"], "armed-group", "SY"),
    "european-peoples-party": ("European People's Party", ["EPP"], "party", ""),
    "polish-parliament": ("Sejm", ["Polish parliament", "Poland's parliament"], "ministry", "PL"),
    "fr-assembly": ("National Assembly of France",
                    ["French National Assembly", "French parliament"], "ministry", "FR"),
    "fr-senate": ("Senate of France", ["French Senate"], "ministry", "FR"),
    "jp-diet": ("National Diet", ["Japanese parliament", "Japan's parliament", "Diet of Japan"],
                "ministry", "JP"),
    "tr-parliament": ("Grand National Assembly of Turkey",
                      ["Turkish parliament", "Turkey's parliament", "Grand National Assembly"],
                      "ministry", "TR"),
    "ir-parliament": ("Islamic Consultative Assembly",
                      ["Iranian parliament", "Iran's parliament"], "ministry", "IR"),
    "in-parliament": ("Parliament of India",
                      ["Indian parliament", "India's parliament", "Lok Sabha", "Rajya Sabha"],
                      "ministry", "IN"),
    "se-riksdag": ("Riksdag", ["Swedish parliament", "Sweden's parliament"], "ministry", "SE"),
    "no-storting": ("Storting", ["Norwegian parliament", "Norway's parliament"], "ministry", "NO"),
    "dk-folketing": ("Folketing", ["Danish parliament", "Denmark's parliament"], "ministry", "DK"),
    "fi-eduskunta": ("Eduskunta", ["Finnish parliament", "Finland's parliament"], "ministry",
                     "FI"),
    "lt-seimas": ("Seimas", ["Lithuanian parliament", "Lithuania's parliament"], "ministry", "LT"),
    "lv-saeima": ("Saeima", ["Latvian parliament", "Latvia's parliament"], "ministry", "LV"),
    "ee-riigikogu": ("Riigikogu", ["Estonian parliament", "Estonia's parliament"], "ministry",
                     "EE"),
    "ie-oireachtas": ("Oireachtas", ["Irish parliament", "Ireland's parliament", "Dáil"],
                      "ministry", "IE"),
    "es-cortes": ("Cortes Generales", ["Spanish parliament", "Spain's parliament"], "ministry",
                  "ES"),
    "tw-yuan": ("Legislative Yuan", ["Taiwanese parliament", "Taiwan's parliament"], "ministry",
                "TW"),
    "hk-legco": ("Legislative Council of Hong Kong", ["LegCo", "Legco"], "ministry", "HK"),
    "kr-assembly": ("National Assembly of South Korea",
                    ["South Korean parliament", "South Korea's parliament"], "ministry", "KR"),
}

# Countries whose foreign and defence ministries, parliaments and armed forces get a row of their own
# by one pattern, where the fact tables have none.
STATE_BODIES = """AE AF AM AR AT AU AZ BD BE BG BR BY CA CD CH CL CN CO CU CZ DE DK EE EG ES ET FI FR
GE GR HR HU ID IE IL IN IQ IR IT JO JP KE KP KR KZ LB LT LV LY MA MD MM MX MY NG NL NO NZ PH PK PL
PS PT QA RO RS RU RW SA SD SE SG SK SO SS SY TH TN TR TW UA UG UZ VE VN XK YE ZA ZW""".split()

# id: (name, family names, variants, gender, countries)
PEOPLE = {
    "ronald-reagan": ("Ronald Reagan", ["Reagan"], [], "m", ["US"]),
    "jimmy-carter": ("Jimmy Carter", ["Carter"], [], "m", ["US"]),
    "fidel-castro": ("Fidel Castro", ["Castro"], [], "m", ["CU"]),
    "yasser-arafat": ("Yasser Arafat", ["Arafat"], ["Yasir Arafat"], "m", ["PS"]),
    "ehud-olmert": ("Ehud Olmert", ["Olmert"], [], "m", ["IL"]),
    "henry-kissinger": ("Henry Kissinger", ["Kissinger"], [], "m", ["US"]),
    "carles-puigdemont": ("Carles Puigdemont", ["Puigdemont"], [], "m", ["ES"]),
    "greta-thunberg": ("Greta Thunberg", ["Thunberg"], [], "f", ["SE"]),
    "edward-snowden": ("Edward Snowden", ["Snowden"], [], "m", ["US"]),
    "julian-assange": ("Julian Assange", ["Assange"], [], "m", ["AU"]),
    "marjorie-taylor-greene": ("Marjorie Taylor Greene", ["Greene", "Taylor Greene"], [], "f",
                               ["US"]),
    "sadiq-khan": ("Sadiq Khan", ["Khan"], ["Sir Sadiq Khan"], "m", ["GB"]),
    "joshua-wong": ("Joshua Wong", ["Wong"], ["Joshua Wong Chi-fung"], "m", ["HK"]),
}

# (person, entity, class, title, start, end, whether the holder speaks for the entity)
OFFICES = [
    ("ronald-reagan", "country:US", "head-of-state", "President", "1981-01-20", "1989-01-20", "yes"),
    ("jimmy-carter", "country:US", "head-of-state", "President", "1977-01-20", "1981-01-20", "yes"),
    ("fidel-castro", "country:CU", "head-of-government", "Prime Minister", "1959-02-16",
     "1976-12-02", "yes"),
    ("fidel-castro", "country:CU", "head-of-state", "President", "1976-12-02", "2008-02-24", "yes"),
    ("yasser-arafat", "organization:palestinian-authority", "head-of-state", "President",
     "1996-01-20", "2004-11-11", "yes"),
    ("ehud-olmert", "country:IL", "head-of-government", "Prime Minister", "2006-04-14",
     "2009-03-31", "yes"),
    ("henry-kissinger", "country:US", "foreign-minister", "Secretary of State", "1973-09-22",
     "1977-01-20", "yes"),
    ("carles-puigdemont", "region:catalonia", "regional-head", "President of the Generalitat",
     "2016-01-12", "2017-10-28", "yes"),
]

# (organisation, member, role, start)
MEMBERSHIPS = [
    ("G20", "organization:EU", "member", "1999-09-26"),
    ("G20", "organization:AU", "member", "2023-09-09"),
    ("WTO", "organization:EU", "member", "1995-01-01"),
    ("UN", "country:VA", "partner", "1964-04-06"),
    ("UN", "country:PS", "partner", "2012-11-29"),
]

# alias: (readings, preferred, reason)
AMBIGUOUS = {
    "Congo": (["country:CD", "country:CG"], "country:CD", "same-name"),
    "Korea": (["country:KR", "country:KP"], "country:KR", "same-name"),
    "Korean": (["country:KR", "country:KP"], "country:KR", "shared-demonym"),
    "Koreans": (["country:KR", "country:KP"], "country:KR", "shared-demonym"),
    "Brussels": (["organization:EU", "country:BE", "organization:NATO", "city:brussels-be"],
                 "organization:EU", "capital-metonym"),
    "Westminster": (["country:GB", "organization:uk-parliament"], "country:GB", "cross-kind"),
    "Baltic": (["region:baltics", "region:baltic-sea"], "region:baltics", "cross-kind"),
    "Mediterranean": (["region:mediterranean"], "region:mediterranean", "cross-kind"),
    "Amazon": (["region:amazon", "word:amazon"], "region:amazon", "common-word"),
    "Conservative": (["organization:conservative-party", "word:conservative"], "", "common-word"),
    "Democratic": (["organization:democratic-party", "word:democratic"], "", "common-word"),
    "Republican": (["organization:republican-party", "word:republican"], "", "common-word"),
    "Western": (["region:west", "word:western"], "region:west", "common-word"),
    "West": (["region:west", "word:west"], "region:west", "common-word"),
    "PA": (["organization:palestinian-authority", "word:pa"], "", "common-word"),
    "Georgian": (["country:GE", "word:georgian"], "country:GE", "common-word"),
}
