import Markup

/// `/berichtenbox/mappen`: the folders of one's own, to make, rename and remove.
struct FoldersPage: View {
    struct Folder: Sendable {
        /// As it stands in addresses; unique on the page.
        let id: String
        let name: String
        let location: Location
        let unreadCount: Int
    }

    let side: BoxSide
    let folders: [Folder]
    let token: FormToken
    let make: Location
    var notice: Toast?
    /// What was filled in and refused: for which folder (nil: the new one), the name, and why.
    var refused: (folder: String?, name: String, reason: String)?

    let width = PageWidth.wide

    /// The names of the fields in the posted forms.
    static let nameField = "mapnaam"
    static let removeField = "weg"

    func title(in strings: Strings) -> String {
        strings.folders
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.mailbox(side) { html in
            html.element(.div, .class("stack", "stack--tight")) { html in
                html.add(Heading(.one, strings.folders))
                html.add(Paragraph(strings.foldersLead, kind: .lead))
            }
            if let notice { html.add(notice) }
            if folders.isEmpty {
                html.add(Paragraph(strings.noFolders))
            } else {
                html.element(.ul, .class("folder-list"), .set(.role, "list")) { html in
                    for folder in folders { write(folder, to: &html) }
                }
            }
            writeNew(to: &html)
        }
    }

    private func writeNew(to html: inout HTML) {
        let strings = html.strings
        let own = refused?.folder == nil ? refused : nil
        html.element(.section) { html in
            html.element(.form, .class("stack"), .set(.method, "post"), .action(make)) { html in
                html.add(Heading(.two, strings.newFolder))
                html.add(token)
                html.add(
                    FormField(
                        strings.folderName, name: Self.nameField, value: own?.name ?? "", error: own?.reason,
                        lengthMax: Self.nameLengthMax))
                html.add(Button(strings.makeFolder))
            }
        }
    }

    private func write(_ folder: Folder, to html: inout HTML) {
        let strings = html.strings
        let own = refused?.folder == folder.id ? refused : nil
        html.element(.li, .class("folder-list__item")) { html in
            html.element(.p, .class("folder-list__name")) { html in
                html.add(TextLink(folder.name, folder.location))
                if folder.unreadCount > 0 { html.add(NumberBadge(folder.unreadCount)) }
            }
            html.add(
                Details(strings.changeFolder(folder.name), isOpen: own != nil) { html in
                    html.element(.form, .class("stack"), .set(.method, "post"), .action(folder.location)) {
                        html in
                        html.add(token)
                        html.add(
                            FormField(
                                strings.folderName, name: Self.nameField, id: "map-\(folder.id)",
                                value: own?.name ?? folder.name, error: own?.reason,
                                lengthMax: Self.nameLengthMax))
                        html.add(Button(strings.renameFolder, kind: .secondary))
                    }
                    html.element(.form, .class("stack"), .set(.method, "post"), .action(folder.location)) {
                        html in
                        html.add(token)
                        html.add(Paragraph(strings.removeFolderText, kind: .secondary))
                        html.add(
                            Button(
                                strings.removeFolder, kind: .secondary, name: Self.removeField, value: "ja"))
                    }
                })
        }
    }

    /// Browsers count UTF-16 units, of which a character of the limit's forty takes two at most.
    private static let nameLengthMax = 80
}
