import ReaderUI
import NewsParsing

extension Messages {
  nonisolated func feedList(_ error: FeedListError) -> String {
    switch error {
    case .empty: say("The file is empty.")
    case .tooLarge(let utf8Count, let limit):
      say("The list is too large: \(utf8Count >> 20) MiB, the limit is \(limit >> 20) MiB. Split it.")
    case .notAFeedList(.feed):
      say("This is a feed itself, not a list of feeds. For one feed: khabar feeds add URL")
    case .notAFeedList(.html):
      say("This is a web page, not a list of feeds. To look for its feeds: khabar feeds discover URL")
    case .notAFeedList(.binary):
      say("This is no text; a list of feeds is OPML, newsboat's urls or a file of addresses.")
    case .notAFeedList(let kind):
      say(
        "This is no list of feeds (it looks like \(kind.rawValue)). Give OPML, newsboat's urls, or one address a line.")
    }
  }

  /// What was repaired, left out or refused in the list of feeds called `file`, in one sentence.
  nonisolated func note(_ note: FeedListNote, file: String) -> String {
    let place = note.line.map { "\(file):\($0): " } ?? "\(file): "
    return place + sentence(note.fact)
  }

  private nonisolated func sentence(_ fact: FeedListNote.Fact) -> String {
    switch fact {
    case .refused(let address, let reason): refusal(reason, address)
    case .addressMissing(let name, nil):
      say("“\(name)” has no address; it was left out.")
    case .addressMissing(let name, let site?):
      say("“\(name)” has no feed address. Look for it: khabar feeds discover \(site)")
    case .repeated(let address):
      say("\(address) is there twice; it was taken once.")
    case .listNotFollowed(let address):
      say("\(address) is another list, which was not fetched. Save it and import it on its own.")
    case .shownThoughHidden(let address):
      say("\(address) was hidden in newsboat; here it is shown.")
    case .feedHeldLines(let name):
      say("The feed “\(name)” held further lines; they went to a folder of that name.")
    case .markupMended(let count):
      say("Faults of the markup were mended (a bare & and the like): \(count).")
    case .markupBroken:
      say("The file is broken from here on; what could be read was read.")
    case .bodyMissing: say("The list holds no feeds.")
    case .foldersTooDeep(let limit):
      say("Folders deeper than \(limit) were taken apart; their feeds stand in the folder above.")
    case .attributesDropped(let limit):
      say("One line has more than \(limit) attributes; the rest was left out.")
    case .cutOff(let limit):
      say("The list is longer than \(limit) lines; the rest was not read.")
    case .quoteNotClosed:
      say("A quote is not closed; it was taken to end with the line.")
    case .more(let count): say("And \(count) more of these.")
    }
  }

  private nonisolated func refusal(_ reason: FeedListNote.Refusal, _ address: String) -> String {
    switch reason {
    case .runsProgram:
      say("“\(address)” was refused: a list can run no program. Save what it prints, then: khabar import FILE")
    case .filtersThroughProgram:
      say("“\(address)” was refused: a list can run no program. Add the feed without its filter: khabar feeds add URL")
    case .localFile:
      say("“\(address)” was refused: a list can open no file of this computer. For that: khabar import FILE")
    case .smartList:
      say(
        "“\(address)” was refused: this version of khabar keeps no lists made by a search. Until then: khabar list --query WORDS"
      )
    case .scheme(let scheme):
      say("“\(address)” was refused: only http and https addresses are fetched, not \(scheme).")
    case .notAnAddress:
      say("“\(address)” is no address of the web. Give one like https://…")
    }
  }
}
