/// The one stylesheet of all pages: the files of `CSS/`, in the order of their layers, with the tokens before
/// them.
///
/// The files are compiled into the program, so there is nothing to deploy beside it and no build step.
public enum Stylesheet {
    /// As it is served, `text/css; charset=utf-8`.
    public static let bytes: [UInt8] =
        Array("@layer reset, tokens, base, components, pages;\n".utf8)
        + PackageResources.reset_css + Array(TokenSheet.text.utf8) + PackageResources.base_css
        + Array("@layer components {\n".utf8) + components.joined() + Array("}\n".utf8)
        + PackageResources.pages_css

    public static let text = String(decoding: bytes, as: UTF8.self)

    /// Where pages fetch it: the name changes with the content, so it may be kept for a year.
    public static let location = Location("stijl", "\(hash).css")

    public static let hash = ContentName.of(bytes)

    /// One file for each component, by the alphabet: a component styles only itself, so their order is of no
    /// importance.
    private static let components: [[UInt8]] = [
        PackageResources.action_bar_css, PackageResources.alert_css, PackageResources.breadcrumb_css,
        PackageResources.busy_state_css, PackageResources.button_css, PackageResources.case_list_css,
        PackageResources.chart_css, PackageResources.checkbox_group_css,
        PackageResources.data_summary_css, PackageResources.deadline_css,
        PackageResources.demo_banner_css, PackageResources.details_css, PackageResources.device_list_css,
        PackageResources.empty_state_css, PackageResources.error_summary_css, PackageResources.figures_css,
        PackageResources.file_link_css, PackageResources.form_field_css,
        PackageResources.heading_css, PackageResources.language_switch_css, PackageResources.message_list_css,
        PackageResources.number_badge_css,
        PackageResources.page_footer_css, PackageResources.page_header_css, PackageResources.pagination_css,
        PackageResources.paragraph_css, PackageResources.peil_line_css, PackageResources.product_mark_css,
        PackageResources.radio_group_css, PackageResources.search_field_css, PackageResources.side_nav_css,
        PackageResources.skip_link_css,
        PackageResources.status_badge_css, PackageResources.table_css, PackageResources.text_link_css,
        PackageResources.toast_css,
        PackageResources.timeline_css,
    ]
}
