extension FeedList {
  /// Takes in another list: what it says of folders and feeds that are here already changes nothing, the rest stands at the end of its folder.
  public mutating func merge(_ other: FeedList) {
    Self.merge(other.outlines, into: &outlines)
  }

  private static func merge(_ others: [Outline], into outlines: inout [Outline]) {
    var folderIndices: [String: Int] = [:]
    var addresses: Set<String> = []
    for (index, outline) in outlines.enumerated() {
      switch outline {
      case .folder(let folder): folderIndices[folder.name] = folderIndices[folder.name] ?? index
      case .feed(let feed): addresses.insert(feed.address)
      case .other: break
      }
    }
    for outline in others {
      switch outline {
      case .folder(let folder):
        guard let index = folderIndices[folder.name], case .folder(var known) = outlines[index] else {
          folderIndices[folder.name] = outlines.count
          outlines.append(outline)
          continue
        }
        merge(folder.outlines, into: &known.outlines)
        known.attributes.merge(folder.attributes) { own, _ in own }
        outlines[index] = .folder(known)
      case .feed(let feed):
        if addresses.insert(feed.address).inserted { outlines.append(outline) }
      case .other:
        if !outlines.contains(outline) { outlines.append(outline) }
      }
    }
  }
}
