#include <stdio.h>

#include "annotate/look.h"
#include "base/uuid.h"
#include "meeting/build.h"

/* The namespace of event ids: UUID version 5 of this name under the DNS namespace. */
#define EVENT_NAMESPACE STR("event.meetingd")

/* The hashes of the folded words of the sentence: the same whatever case and accents it has. */
static struct str folded_sentence(const struct builder *builder)
{
    const struct document *document = builder->document;
    const struct sentence *sentence =
        &document->sentences.at[builder->occasion->mentions[0]->sentence];
    const uint32_t count = sentence->end - sentence->begin;
    uint32_t *hashes = ARENA_ARRAY(document->arena, uint32_t, count + 1);
    if (!hashes)
        return (struct str){NULL, 0};
    for (uint32_t i = 0; i < count; i++)
        hashes[i] = look_token(document, sentence->begin + i)->hash;
    return str_make((const char *)hashes, count * sizeof *hashes);
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
    const struct str name = EVENT_NAMESPACE;
    const struct str parts[] = {article->source, article->id, folded_sentence(builder),
                                str_make(number, sizeof number)};
    const struct uuid space = uuid_v5(UUID_DNS, &name, 1);
    uuid_print(uuid_v5(space, parts, sizeof parts / sizeof *parts), builder->meeting->event_id);
    snprintf(builder->meeting->cameo_code, sizeof builder->meeting->cameo_code, "%s",
             cameo_of(builder->occasion));
}

enum { KEY_COUNTRIES = 8 };

/* The codes of the parties' countries, each once, in order. */
static unsigned key_countries(const struct meeting *meeting, char codes[KEY_COUNTRIES][3])
{
    unsigned count = 0;
    for (unsigned i = 0; i < meeting->participant_count; i++) {
        const char *code = meeting->participants[i].country;
        unsigned at = 0;
        while (at < count && strcmp(codes[at], code) < 0)
            at++;
        if (!code[0] || (at < count && strcmp(codes[at], code) == 0) || count == KEY_COUNTRIES)
            continue;
        memmove(codes[at + 1], codes[at], (count - at) * sizeof codes[0]);
        memcpy(codes[at], code, 3);
        count++;
    }
    return count;
}

static const char *family_of(enum meeting_kind kind)
{
    return kind == KIND_CALL ? "CALL" : kind == KIND_VISIT ? "VISIT" : "MEETING";
}

/* Kind family, day, place and countries; null unless day and two countries are known. */
void build_key(struct builder *builder)
{
    struct meeting *meeting = builder->meeting;
    char codes[KEY_COUNTRIES + 1][3], countries[3 * KEY_COUNTRIES + 1] = "";
    const unsigned count = key_countries(meeting, codes);
    if (strlen(meeting->start.text) != 10 || count < 2)
        return;
    for (unsigned i = 0; i < count; i++) {
        strcat(countries, i ? "-" : "");
        strcat(countries, codes[i]);
    }
    char *text = arena_alloc(builder->document->arena, 96);
    if (!text) {
        builder->memory_out = true;
        return;
    }
    snprintf(text, 96, "v1:%s:%s:%s:%s", family_of(meeting->kind), meeting->start.text,
             meeting->place.country[0] ? meeting->place.country : "-", countries);
    meeting->meeting_key = str_of(text);
}
