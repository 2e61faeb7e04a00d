import Markup

/// `/leverancier/berichten/{id}/{nummer}`: what happened to one message, from receipt to the notification.
/// Whether it was read is not the sender's to know.
struct MessageStoryPage: View {
    let messageID: String
    let batchID: String
    let position: Int
    let messageCount: Int
    let type: String
    let code: String
    let stage: String
    let report: Location?
    let steps: [Step]

    /// Something that happened, or will.
    struct Step: Sendable {
        enum Kind: Sendable {
            case received(isBatch: Bool, by: String?)
            case waiting
            case rejected(code: String)
            case processed
            case stored
            case willShow
            case shown
            case withheld
            case notified
        }

        let kind: Kind
        let at: Moment
    }

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.messageStory
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--tight")) { html in
            html.add(TextLink(strings.suppliedMessages, .suppliedMessages, kind: .back))
            html.add(Heading(.one, title(in: strings)))
        }
        let id = messageID
        let batch = batchID
        html.add(
            DataSummary([
                .init(strings.messageID, Content { html in html.element(.code, text: id) }),
                .init(strings.batch, Content { html in html.element(.code, text: batch) }),
                .init(strings.placeInBatch, strings.fraction(position, of: messageCount)),
                .init(strings.messageType, type),
                .init(strings.processingCode, code), .init(strings.stage, stage),
            ]))
        html.element(.section, .class("stack")) { html in
            html.add(Heading(.two, strings.whatHappened))
            html.add(Timeline(steps.map { $0.timelineStep(in: strings) }))
            html.add(Paragraph(strings.readingIsPrivate, kind: .secondary))
        }
        if let report { html.add(TextLink(strings.toReport, report, kind: .onward)) }
    }
}

extension MessageStoryPage.Step {
    fileprivate func timelineStep(in strings: Strings) -> Timeline.Step {
        switch kind {
        case .received(let isBatch, let by):
            Timeline.Step(at: at, strings.storyReceived, text: strings.storyReceivedText(isBatch, by: by))
        case .waiting: Timeline.Step(at: at, strings.storyWaiting, text: strings.storyWaitingText)
        case .rejected(let code):
            Timeline.Step(
                at: at, strings.storyRejected(code),
                text: strings.rejectionMeaning(code) + " " + strings.rejectionAdvice(code), tone: .below)
        case .processed: Timeline.Step(at: at, strings.storyProcessed, tone: .reached)
        case .stored: Timeline.Step(at: at, strings.storyStored, tone: .reached)
        case .willShow: Timeline.Step(at: at, strings.storyWillShow, text: strings.storyWillShowText)
        case .shown: Timeline.Step(at: at, strings.storyShown, tone: .reached)
        case .withheld:
            Timeline.Step(at: at, strings.storyWithheld, text: strings.storyWithheldText, tone: .atRisk)
        case .notified: Timeline.Step(at: at, strings.storyNotified, tone: .reached)
        }
    }
}
