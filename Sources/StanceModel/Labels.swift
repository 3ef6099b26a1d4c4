public import StanceOntology

/// Labels for people, where no directory has one.
public enum Labels {
  /// A label made of the id: `person:ed-davey` gives *Ed Davey*, `group:aid-workers` *aid workers*.
  public static func label(of entity: EntityID) -> String {
    let words = entity.key.split(separator: "-").map(String.init)
    switch entity.kind {
    case .country, .document: return entity.key
    case .group: return words.isEmpty ? entity.key : words.joined(separator: " ")
    case .person, .organization, .region:
      guard !words.isEmpty else { return entity.key }
      return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
  }

  /// *membership (Ukraine, NATO)*; an open role is left out.
  public static func label(ofIssue slug: String, roles: [String?]) -> String {
    let name = slug.split(separator: "-").joined(separator: " ")
    let fillers = roles.compactMap(\.self)
    return (name.isEmpty ? slug : name)
      + (fillers.isEmpty ? "" : " (\(fillers.joined(separator: ", ")))")
  }

  /// *build (United States, wall)*.
  ///
  /// - Parameter arguments: The arguments' labels, empty where there is none.
  public static func label(ofProposition predicate: String, arguments: [String]) -> String {
    let present = arguments.filter { !$0.isEmpty }
    return predicate + (present.isEmpty ? "" : " (\(present.joined(separator: ", ")))")
  }

  /// Fills the template of an issue's label.
  ///
  /// `{role}` is the filler of that role. A part in brackets stands only if all its roles are filled:
  /// `aid[ from {giver}][ to {recipient}]` gives *aid to Ukraine*. An open role outside brackets is `…`.
  ///
  /// - Parameters:
  ///   - names: The names of the roles in order.
  ///   - roles: The labels of the fillers in the same order; nil is an open role.
  public static func fill(template: String, names: [String], roles: [String?]) -> String {
    var filled = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "["),
      let close = rest[open...].firstIndex(of: "]")
    {
      filled += replaceRoles(in: rest[..<open], names, roles).text
      let part = replaceRoles(in: rest[rest.index(after: open)..<close], names, roles)
      if part.complete { filled += part.text }
      rest = rest[rest.index(after: close)...]
    }
    return filled + replaceRoles(in: rest, names, roles).text
  }

  private static func replaceRoles(in part: Substring, _ names: [String], _ roles: [String?])
    -> (text: String, complete: Bool)
  {
    var text = ""
    var complete = true
    var rest = part
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      let filler = names.firstIndex(of: name).flatMap { $0 < roles.count ? roles[$0] : nil }
      text += filler ?? "…"
      complete = complete && filler != nil
      rest = rest[rest.index(after: close)...]
    }
    return (text + rest, complete)
  }

  /// The words of a relation: `holds-office` reads *holds office for*.
  public static func words(of predicate: String) -> String {
    switch predicate {
    case "holds-office": "holds office for"
    case "works-for": "works for"
    case "member-of": "is a member of"
    case "part-of": "is part of"
    default: predicate.split(separator: "-").joined(separator: " ")
    }
  }
}
