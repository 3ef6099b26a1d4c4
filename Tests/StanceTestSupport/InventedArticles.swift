import StanceModel

/// The sentences of the invented articles and how each reads.
let articles: [Article] = [
  Article(
    document: "articles/a-pact-summit.txt", title: "Pact summit ends without a vote",
    outlet: "The Harbour Courier", date: "2024-05-02",
    rows: [
      .says(
        "country:XA", .support, "issue:membership(country:XA,organization:NP)",
        "Arvonia again asked to be let into the Northern Pact."),
      .says(
        "country:XB", .oppose, "issue:membership(country:XA,organization:NP)",
        "Belmark warned against taking Arvonia into the Pact."),
      .says(
        "person:ada-brandt", .support, "issue:membership(country:XA,organization:NP)",
        "President Ada Brandt said her country's place was in the Pact."),
      .says(
        "person:mirza-kadar", .oppose, "issue:membership(country:XA,organization:NP)",
        "“Not in my lifetime,” Mirza Kadar said of Arvonia's accession.",
        speaker: "person:mirza-kadar"),
      .says(
        "country:XD", .support, "issue:membership(country:XA,organization:NP)",
        "Dunmere would welcome Arvonia as a member.", .conditional),
      .says(
        "country:XC", .neutral, "issue:membership(country:XA,organization:NP)",
        "Costria took no side on whether Arvonia should join."),
      .says(
        "country:XC", .oppose, "issue:military-deployment(organization:NP,region:tarn-valley)",
        "Costria ruled out Pact troops in the Tarn Valley."),
      .says(
        "organization:NP", .support, "issue:aid(organization:NP,country:XA)",
        "The Pact promised Arvonia more help."),
      .says(
        "country:XE", .support, "issue:aid(*,country:XA)",
        "Estland Minor urged others to send aid to Arvonia."),
      .says(
        "person:olga-sevic", .oppose, "issue:aid(organization:NP,country:XA)",
        "Olga Šević called the aid a waste of money."),
      .says(
        "person:olga-sevic", .oppose, "organization:NP",
        "She also called the Pact “a club of yesterday”."),
      .states(
        "person:ada-brandt", "holds-office", "country:XA", "Ada Brandt is president of Arvonia."),
      .states(
        "person:mirza-kadar", "holds-office", "country:XB",
        "Mirza Kadar is Belmark's prime minister."),
      .states(
        "person:olga-sevic", "holds-office", "country:XC",
        "Olga Šević has been Costria's finance minister since March."),
      .states("country:XD", "member-of", "organization:NP", "Dunmere joined the Pact.", year: 1999),
    ]),
  Article(
    document: "articles/b-sanctions.txt", title: "New sanctions over the Grey Isles",
    outlet: "Evening Ledger", date: "2024-06-11",
    rows: [
      .says(
        "organization:CU", .support, "issue:sanctions(organization:CU,country:XB)",
        "The Coastal Union imposed sanctions on Belmark."),
      .says(
        "country:XB", .oppose, "issue:sanctions(organization:CU,country:XB)",
        "Belmark rejected the sanctions as illegal."),
      .says(
        "country:XF", .oppose, "issue:sanctions(organization:CU,country:XB)",
        "Fenwick refused to go along with the sanctions."),
      .says(
        "person:tomas-reyes", .support, "issue:sanctions(organization:CU,country:XB)",
        "“We had no other choice,” Tomás Reyes said of the sanctions."),
      .says(
        "organization:shipowners", .oppose, "issue:sanctions(organization:CU,country:XB)",
        "The Shipowners’ League fears for its trade if the sanctions stay."),
      .says(
        "country:XA", .support, "issue:sanctions(organization:CU,country:XB)",
        "Arvonia thanked the Union for acting."),
      .says(
        "country:XA", .support, "issue:recognition(*,region:grey-isles)",
        "Arvonia demanded that all recognise the Grey Isles as its own."),
      .says(
        "country:XC", .oppose, "country:XB",
        "Costria accused Belmark of breaking its word."),
      .says(
        "country:XE", .oppose, "country:XB",
        "Estland Minor blamed Belmark for the crisis."),
      .says(
        "group:fishermen", .oppose, "proposition:close(country:XB,harbour)",
        "Fishermen protested against the closing of the harbour."),
      .says(
        "person:jon-uller", .oppose, "proposition:close(country:XB,harbour)",
        "Jón Üller condemned the closing of the harbour."),
      .says(
        "person:jon-uller", .support, "proposition:pay(country:XB,fishermen)",
        "He wants Belmark to pay the fishermen."),
      .says(
        "person:jon-uller", .support, "issue:negotiation(country:XA,country:XB)",
        "Jón Üller offered to bring both sides to one table."),
      .states(
        "country:XB", "annexed", "region:grey-isles",
        "Belmark says that it annexed the Grey Isles in 2014.", year: 2014,
        speaker: "country:XB"),
      .states(
        "person:jon-uller", "leads", "organization:shipowners",
        "Jón Üller leads the Shipowners’ League."),
      .states("country:XE", "member-of", "organization:CU", "Estland Minor is in the Union."),
    ]),
  Article(
    document: "articles/c-talks.txt", title: "Talks on the valley & the \"isles\" <resume>",
    outlet: "Evening Ledger", date: "2024-07-30",
    rows: [
      .says(
        "country:XB", .support, "issue:negotiation(country:XB,country:XA)",
        "Belmark agreed to talks with Arvonia."),
      .says(
        "country:XA", .oppose, "issue:negotiation(country:XA,country:XB)",
        "Arvonia turned down talks while troops stay.", .conditional),
      .says(
        "country:XD", .support, "issue:negotiation(country:XA,country:XB)",
        "Dunmere called for talks between the two."),
      .says(
        "person:li-wen", .support, "issue:negotiation(country:XA,country:XB)",
        "Li Wen praised the talks as a first step."),
      .says(
        "country:XF", .support, "issue:referendum(region:tarn-valley)",
        "Fenwick proposed a vote in the Tarn Valley."),
      .says(
        "country:XA", .oppose, "issue:referendum(region:tarn-valley)",
        "Arvonia rejected any vote in the Tarn Valley."),
      .says(
        "person:samir-haddad", .oppose, "issue:referendum(region:tarn-valley)",
        "Samir Haddad dismissed the vote as a farce."),
      .says(
        "person:ada-brandt", .oppose, "issue:referendum(region:tarn-valley)",
        "Brandt said a vote under guns was no vote."),
      .says(
        "group:valley-elders", .support, "issue:ceasefire(region:tarn-valley)",
        "The elders of the valley begged for a ceasefire."),
      .says(
        "country:XF", .support, "issue:ceasefire(region:tarn-valley)",
        "Fenwick would accept a ceasefire.", .possible),
      .says(
        "country:XA", .support, "issue:ceasefire(region:tarn-valley)",
        "Arvonia wants a ceasefire at once."),
      .says(
        "organization:NP", .support, "issue:ceasefire(region:tarn-valley)",
        "The Pact urged both to lay down arms."),
      .says(
        "person:mirza-kadar", .oppose, "person:ada-brandt",
        "Kadar called Brandt a liar.\tTwice."),
      .says(
        "person:ada-brandt", .oppose, "person:mirza-kadar",
        "Brandt said Kadar could not be trusted."),
      .says(
        "document:articles/c-talks.txt", .oppose, "issue:referendum(region:tarn-valley)",
        "A vote held in haste would settle nothing."),
      .states(
        "country:XF", "attacks", "region:tarn-valley", "Fenwick's guns fired on the Tarn Valley."),
      .states(
        "person:samir-haddad", "holds-office", "country:XA",
        "Samir Haddad is Arvonia's envoy."),
      .states("person:li-wen", "works-for", "organization:CU", "Li Wen works for the Union."),
    ]),
  Article(
    document: "articles/d-troops.txt", title: "Who would send troops?",
    outlet: "The Harbour Courier", date: "2024-08-14",
    rows: [
      .says(
        "country:XD", .support, "issue:military-deployment(organization:NP,region:tarn-valley)",
        "Dunmere is ready to send soldiers under the Pact's flag."),
      .says(
        "country:XF", .oppose, "issue:military-deployment(organization:NP,region:tarn-valley)",
        "Fenwick threatened to fight any Pact troops."),
      .says(
        "country:XB", .oppose, "issue:military-deployment(organization:NP,region:tarn-valley)",
        "Belmark condemned the plan for Pact troops."),
      .says(
        "person:ada-brandt", .support,
        "issue:military-deployment(organization:NP,region:tarn-valley)",
        "Brandt asked for the troops to come soon."),
      .says(
        "person:mirza-kadar", .oppose, "issue:membership(country:XA,organization:NP)",
        "Kadar repeated that Arvonia must stay out of the Pact."),
      .says(
        "country:XB", .oppose, "issue:membership(country:XA,organization:NP)",
        "Belmark would never accept Arvonia in the Pact."),
      .says(
        "country:XB", .oppose, "issue:aid(organization:NP,country:XA)",
        "Belmark protested against the aid."),
      .says(
        "country:XC", .support, "issue:aid(organization:NP,country:XA)",
        "Costria now backs the aid."),
      .says(
        "person:tomas-reyes", .oppose, "country:XF",
        "Reyes blamed Fenwick for the shelling."),
      .says(
        "organization:CU", .oppose, "country:XF", "The Union condemned Fenwick."),
      .says(
        "country:XE", .support, "issue:sanctions(organization:CU,country:XF)",
        "Estland Minor called for sanctions on Fenwick."),
      .says(
        "person:olga-sevic", .oppose, "issue:sanctions(organization:CU,country:XF)",
        "Olga Šević opposes sanctions on Fenwick."),
      .says(
        "country:XD", .support, "country:XA", "Dunmere stands by Arvonia."),
      .says(
        "country:XF", .support, "country:XB", "Fenwick praised Belmark's stand."),
      .states(
        "country:XB", "controls", "region:grey-isles", "Belmark holds the Grey Isles."),
    ]),
]
