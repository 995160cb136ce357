/// The parts of a page around its story, told by the labels that the page itself puts on them.
///
/// One table of labels (``PageLabels``) serves pages and dumps; markup only says how far a label reaches. The rules: <doc:PageAnatomy>.
struct PageAnatomy {
  var highlights: [String] = []
  /// Lines of tags that no markup parts.
  var tagLines: [String] = []
  /// Tags that are links of their own.
  var linkedTags: [String] = []
  var related: [LinkedLine] = []
  var moreFromSection: String?
  var moreFrom: [LinkedLine] = []
  /// Lines between the headline and the text that say who wrote and when.
  var bylines: [Byline] = []
  /// Lines that name an agency or another origin.
  var credits: [String] = []
  /// The standfirst, where one stands under the headline.
  var dek: String?
  /// What stands with the pictures in `figure` elements, by the key of each picture's address.
  var captions: [String: Caption] = [:]
  /// Subtrees that are no part of the story's text.
  var removed: [Range<Int>] = []
  var notes: [ParseNote] = []

  /// What a picture shows, and whose it is.
  struct Caption: Hashable {
    var text: String?
    var credit: String?

    /// The caption with the credit after it in brackets; empty when there is neither.
    var line: String { CaptionText.line(caption: text, credit: credit) }
  }

  /// A line of a list with the address that it leads to.
  struct LinkedLine: Hashable {
    var text: String
    var address: String?
  }
}
