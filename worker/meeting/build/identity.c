#include "annotate/look.h"
#include "base/uuid.h"
#include "meeting/build/build.h"
#include "text/fold.h"

/* The namespace of event ids: UUID version 5 of "event.meetingd" under the DNS namespace. */
static const struct uuid EVENT_SPACE = {{0x16, 0x16, 0x81, 0xd0, 0xd2, 0x56, 0x58, 0x80, 0xb2, 0x49,
                                         0x51, 0x65, 0x46, 0xbf, 0x52, 0xe0}};

/* The folded text of the sentence of first mention: the same whatever case and accents it has. */
static struct str folded_sentence(struct builder *builder)
{
    const struct document *document = builder->document;
    const struct sentence *sentence =
        &document->sentences.at[builder->occasion->mentions[0]->sentence];
    const struct str text = document_text(document, sentence->begin, sentence->end);
    const size_t size = text.len * 2 + FOLD_LONGEST;
    char *folded = arena_take(document->arena, size);
    if (!folded) {
        builder->memory_out = true;
        return (struct str){NULL, 0};
    }
    return str_make(folded, fold_text(pack_tokens(document->pack)->fold, text, folded, size));
}

static const char *cameo_of(const struct occasion *occasion)
{
    switch (occasion->status) {
    case STATUS_DENIED:
    case STATUS_CANCELLED:
    case STATUS_POSTPONED:
        return "";
    case STATUS_SCHEDULED:
    case STATUS_PROPOSED:
        return "036"; /* express intent to meet or negotiate */
    default:
        break;
    }
    for (unsigned i = 0; i < occasion->party_count; i++) {
        if (occasion->parties[i].part == PART_MEDIATOR)
            return "045";
    }
    switch (occasion->kind) {
    case KIND_CALL:
        return "041"; /* discuss by telephone */
    case KIND_VISIT:
        return "042"; /* make a visit */
    case KIND_NEGOTIATION:
        return "046"; /* engage in negotiation */
    default:
        return "040"; /* consult */
    }
}

void build_identity(struct builder *builder, unsigned number_in_sentence)
{
    const struct article *article = builder->document->article;
    const char number[2] = {(char)('0' + number_in_sentence / 10 % 10),
                            (char)('0' + number_in_sentence % 10)};
    const struct str parts[] = {article->source, article->id, folded_sentence(builder),
                                str_make(number, sizeof number)};
    uuid_print(uuid_v5(EVENT_SPACE, parts, sizeof parts / sizeof *parts),
               builder->meeting->event_id);
    const char *cameo = cameo_of(builder->occasion);
    memcpy(builder->meeting->cameo_code, cameo, strlen(cameo) + 1);
}
