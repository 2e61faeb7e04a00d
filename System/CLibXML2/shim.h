#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlunicode.h>

// libxml2 reports a few conversion errors past the parser's own callback, with bytes of the document in them,
// and prints those on standard error. Documents hold personal text, so each thread that parses is silenced
// here; what was wrong reaches the program through the parser's structured error. The generic callback is
// variadic, which Swift cannot write.
static inline void peil_xml_ignore(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

static inline void peil_xml_ignore_structured(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

static inline void peil_xml_silence_this_thread(void) {
    xmlSetGenericErrorFunc(NULL, peil_xml_ignore);
    xmlSetStructuredErrorFunc(NULL, peil_xml_ignore_structured);
}
