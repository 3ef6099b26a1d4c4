import ArticleReading
import LanguageAnalysis
import StanceModel
import StanceOntology

extension OfficeReader {
  /// What a post says of its bearer: whom he serves or leads, and which party he belongs to.
  func readings(
    _ post: Post, _ mention: Mention, _ person: EntityID, among found: [RelationReading]
  ) -> [RelationReading] {
    var readings: [RelationReading] = []
    let all = post.left + post.right
    let party = all.map(\.entity).first { isParty($0) }
    let others = all.map(\.entity).filter { !isParty($0) }
    let evidence = post.extent
    func add(_ relation: String, _ object: EntityID?) {
      guard let object, object != person else { return }
      readings.append(reading(relation, person, object, mention, evidence, year: since(post)))
    }
    switch post.kind {
    case .noun(let relation):
      guard !post.isVoid else { return [] }
      if relation == "leads" {
        if let party, !others.contains(where: { $0.kind == .organization }) {
          add(post.isDeputy ? "member-of" : "leads", party)
          break
        }
        if let party { add("member-of", party) }
        if let body = others.last(where: { $0.kind == .organization }) {
          add(post.isDeputy ? subordinate(of: body) : "leads", body)
        } else if Self.rulers.contains(context.lemmas[post.tokens.upperBound - 1]) {
          add("holds-office", others.first { $0.kind == .country || $0.kind == .region })
        }
      } else if relation == "member-of" {
        add("member-of", party ?? others.first { $0.kind == .organization })
      } else if relation == "holds-office" {
        if let party { add("member-of", party) }
        add("holds-office", country(others, "") ?? others.first ?? home(party))
      } else {
        if let party, others.isEmpty {
          add("works-for", party)
        } else {
          add(
            relation,
            (post.right + post.left.reversed()).map(\.entity).first { $0.kind == .person }
              ?? others.first { $0.kind == .organization } ?? serving(post, others))
        }
      }
    case .office(let title):
      guard !title.id.hasSuffix("-elect"), !title.id.hasSuffix("-designate") else { return [] }
      let officeClass = title.officeClass ?? ""
      if let party {
        let isLeading =
          officeClass == "party-leader" || title.id == "leader" || Self.chairs.contains(title.id)
        if isLeading, others.isEmpty {
          if !post.isVoid { add("leads", party) }
          return readings
        }
        add("member-of", party)
      }
      guard !post.isVoid else { return readings }
      if let body = led(title, post) {
        add(post.isDeputy ? "works-for" : "leads", body)
      } else {
        add(
          "holds-office",
          country(ordered(post, officeClass), officeClass)
            ?? served(title, person, party, found, post))
      }
    }
    return readings
  }

  private func subordinate(of body: EntityID) -> String {
    context.ontology.organization(body)?.kind == .armedGroup ? "member-of" : "works-for"
  }

  private static let rulers: Set<String> = ["leader", "ruler", "strongman"]
  private static let chairs: Set<String> = [
    "chair", "chairman", "chairwoman", "president", "secretary-general", "general-secretary",
  ]
  /// Classes of office whose bearer leads the body that he holds it for.
  private static let leading: Set<String> = [
    "", "head-of-state", "head-of-government", "international-official", "agency-head",
    "executive", "party-leader", "group-leader", "military-chief",
  ]
  /// Titles of those who serve a body at its head without leading it.
  private static let ofMany: Set<String> = [
    "commissioner", "prosecutor", "special-rapporteur", "high-representative", "judge", "justice",
  ]
  /// Offices of a country that are called so wherever they are held; who else is named says little.
  private static let national: Set<String> = [
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister",
    "interior-minister", "finance-minister", "minister", "deputy", "deputy-minister", "speaker",
    "legislator", "security-adviser", "opposition",
  ]

  /// Whom those serve who are sent: their sender, not the place they are sent to.
  private func ordered(_ post: Post, _ officeClass: String) -> [EntityID] {
    let left = post.left.reversed().map(\.entity).filter { !isParty($0) }
    let right = post.right.map(\.entity).filter { !isParty($0) }
    if officeClass == "regional-head" || officeClass == "mayor" {
      return (left + right).filter { $0.kind == .region }
    }
    if officeClass == "ambassador" || officeClass == "envoy" { return left }
    return left + right
  }

  /// The organisation that the bearer of a title leads, where one is named and it is no part of a government.
  private func led(_ title: Title, _ post: Post) -> EntityID? {
    guard Self.leading.contains(title.officeClass ?? ""), !Self.ofMany.contains(title.id) else {
      return nil
    }
    let named = post.right.isEmpty ? post.left : post.right
    return named.map(\.entity).last {
      $0.kind == .organization && !isParty($0) && !isLegislature($0)
        && context.ontology.organization($0)?.kind != .ministry
    }
  }

  private func isLegislature(_ body: EntityID) -> Bool {
    context.ontology.isLegislature(body)
      || ["house", "senate", "parliament", "congress", "commons"].contains {
        body.key == $0 || body.key.hasSuffix("-" + $0)
      }
  }

  /// The country among those named, or that of a body of one of them.
  private func country(_ entities: [EntityID], _ officeClass: String) -> EntityID? {
    for entity in entities {
      switch entity.kind {
      case .country: return entity
      case .region:
        // `Senator Jane Doe of Oregon` sits in the parliament of the country.
        return officeClass == "legislator" ? context.ontology.country(of: entity) ?? entity : entity
      case .organization:
        if isLegislature(entity) || context.ontology.organization(entity)?.kind == .ministry {
          if let home = context.ontology.organization(entity)?.homeCountry { return home }
          continue
        }
        return entity
      case .person:
        let polity = context.polity(of: entity)
        if polity.kind == .country { return polity }
      case .group, .document: continue
      }
    }
    return nil
  }

  private func home(_ party: EntityID?) -> EntityID? {
    party.flatMap { context.ontology.organization($0)?.homeCountry }
  }

  /// Whom an office serves that is named without its country: as the tables tell of the person, as the official
  /// beside him, or as the country of which the document speaks most.
  private func served(
    _ title: Title, _ person: EntityID, _ party: EntityID?, _ found: [RelationReading], _ post: Post
  ) -> EntityID? {
    let ontology = context.ontology
    let known = ontology.offices(of: person, on: context.document.article.date)
    let alike = known.filter { $0.officeClass == title.officeClass }
    // A monarch of several countries is that of the one spoken of.
    if let office = alike.first(where: { isNamed($0.entity) }) ?? alike.first {
      return office.entity
    }
    let own = found.last { $0.relation == "member-of" && $0.subject == person }?.object
    if let country = home(party ?? own) { return country }
    if let office = known.first(where: { isNamed($0.entity) }) ?? known.first {
      return office.entity
    }
    let countries = ontology.person(person)?.countries ?? []
    if countries.count == 1, let only = countries.first { return only }
    let officeClass = title.officeClass ?? ""
    guard
      Self.national.contains(officeClass)
        || officeClass == "agency-head" && title.title.contains(" ")
    else { return nil }
    if let country = beside(post, found) { return country }
    if ["legislator", "speaker"].contains(officeClass), let house = onlyLegislature {
      return house
    }
    return mainCountry
  }

  private func isNamed(_ entity: EntityID) -> Bool {
    context.document.mentions.contains { $0.entity == entity }
  }

  /// The country of the parliament that the document names, if it is only one.
  private var onlyLegislature: EntityID? {
    var homes: Set<EntityID> = []
    for mention in context.document.mentions {
      if let body = mention.entity, context.ontology.isLegislature(body),
        let home = context.ontology.organization(body)?.homeCountry
      {
        homes.insert(home)
      }
    }
    return homes.count == 1 ? homes.first : nil
  }

  /// The country that somebody serves without an office: an official's, but not that a professor comes from.
  private func serving(_ post: Post, _ others: [EntityID]) -> EntityID? {
    let noun = context.lemmas[post.tokens.upperBound - 1]
    guard Self.ofState.contains(noun) else { return nil }
    if let country = others.first(where: { $0.kind == .country || $0.kind == .region }) {
      return country
    }
    // `the Presidential Spokesperson Jane Doe`
    let isTitle = context.tokens.forms[post.tokens.lowerBound].first?.isUppercase ?? false
    return isTitle && Self.speaking.contains(noun) ? mainCountry : nil
  }

  private static let speaking: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor",
  ]
  private static let ofState: Set<String> = speaking.union([
    "aide", "official", "diplomat", "negotiator",
  ])

  /// `Israeli Prime Minister A and Energy Minister B`: the country of the official named right before.
  private func beside(_ post: Post, _ found: [RelationReading]) -> EntityID? {
    let sentence = context.tree.sentenceIndices[post.tokens.lowerBound]
    return found.last {
      $0.relation == "holds-office" && $0.object.kind == .country
        && context.tree.sentenceIndices[$0.at] == sentence && $0.at < post.tokens.lowerBound
    }?.object
  }

  /// The country that the document names most, where no other comes near it.
  private var mainCountry: EntityID? {
    var counts: [EntityID: Int] = [:]
    for mention in context.document.mentions where mention.type != .pronoun {
      guard let entity = mention.entity else { continue }
      let country = entity.kind == .country ? entity : home(entity)
      if let country { counts[country, default: 0] += 1 }
    }
    let ranked = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = ranked.first else { return nil }
    return ranked.count == 1 || first.value >= 2 && 2 * first.value >= 3 * ranked[1].value
      ? first.key : nil
  }

  /// `foreign minister since 2019`.
  private func since(_ post: Post) -> Int? {
    let end = post.extent.upperBound
    for token in end..<min(end + 2, context.tokens.count)
    where context.lemmas[token] == "since" && token + 1 < context.tokens.count {
      return Int(context.tokens.forms[token + 1]).flatMap { (1700...2100).contains($0) ? $0 : nil }
    }
    return nil
  }
}
