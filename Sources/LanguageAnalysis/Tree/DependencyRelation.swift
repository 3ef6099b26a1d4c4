/// A universal dependency relation (Universal Dependencies v2) without its subtype.
public enum DependencyRelation: UInt8, Sendable, CaseIterable {
  case acl, advcl, advmod, amod, appos, aux, cc, ccomp, clf, compound, conj, cop, csubj, dep, det
  case discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nsubj, nummod
  case obj, obl, orphan, parataxis, punct, reparandum, root, vocative, xcomp
  /// `case`, which is a word of Swift.
  case caseMarker

  /// The relation of a label such as `nsubj:pass`; `dep` where the label is none of the 37.
  public init(label: String) {
    if let relation = Self.byLabel[label] {
      self = relation
    } else if let colon = label.firstIndex(of: ":") {
      self = Self.byLabel[String(label[..<colon])] ?? .dep
    } else {
      self = .dep
    }
  }

  /// The label of the treebanks, such as `nsubj`.
  public var label: String { self == .caseMarker ? "case" : String(describing: self) }

  private static let byLabel = Dictionary(uniqueKeysWithValues: allCases.map { ($0.label, $0) })
}

/// A set of relations as bits, for the loops that test every child of a token.
public struct RelationSet: Hashable, Sendable {
  private var bits: UInt64 = 0

  public init(_ relations: DependencyRelation...) {
    for relation in relations { bits |= 1 << UInt64(relation.rawValue) }
  }

  public func contains(_ relation: DependencyRelation) -> Bool {
    bits & (1 << UInt64(relation.rawValue)) != 0
  }
}
