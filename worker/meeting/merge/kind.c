#include "annotate/look.h"
#include "annotate/place/spot.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/visit.h"

/* Whether a mention and an occasion can be one meeting by their kinds. */

/* "Le président est arrivé à Lyon", where the summit told before is held: he is there for it. */
bool merge_arrives(const struct mention *mention, const struct occasion *occasion)
{
    const struct spot *goal = mention->place ? mention->place->detail : NULL;
    const struct spot *seat = occasion->placed ? occasion->placed->place->detail : NULL;
    return mention->verb && mention->kind == KIND_VISIT && goal && seat &&
           kind_is_gathering(occasion->kind) && goal->city && seat->city &&
           goal->city->value == seat->city->value && !mention->date;
}

/* Whether words beside the one for the meeting say whose it is. */
static bool has_owner(const struct story *story, const struct mention *mention)
{
    static const uint16_t kinds[] = {ANNOTATION_ORG,    LEXICON_ORGANIZATION, LEXICON_ORGHEAD,
                                     LEXICON_GROUPNOUN, LEXICON_OFFICE,       LEXICON_COUNTRY,
                                     LEXICON_CITY,      LEXICON_SERIES,       LEXICON_DEMONYM};
    for (uint32_t t = mention->label.name.begin; t < mention->label.name.end; t++) {
        if (t >= mention->trigger.begin && t < mention->trigger.end)
            continue;
        if (look_flag(story->document, t, TOKEN_CAPITAL))
            return true;
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            if (look_at(story->document, t, kinds[i]))
                return true;
        }
    }
    return false;
}

/* "the plenary session", "une séance à huis clos": of the gathering that is told of. */
bool merge_sitting(const struct story *story, const struct mention *mention)
{
    return mention->kind == KIND_SESSION && !mention->verb && !mention->agenda &&
           mention->label.edition <= 0 && !mention->date && !mention->place &&
           !has_owner(story, mention) &&
           compare_identified(mention->parties, mention->party_count) == 0;
}

/* "morning", "closing": a part of a day, or of what opens and closes. */
static bool is_of_course(const struct document *document, uint32_t token)
{
    const struct annotation *verb = look_at(document, token, LEXICON_EVENTVERB);
    const enum sense sense = verb ? look_lexeme(document, verb)->sense : SENSE_NONE;
    return look_at(document, token, LEXICON_DAYPERIOD) ||
           (verb && verb->tag == TAG_GER && (sense == SENSE_OPEN || sense == SENSE_CLOSE));
}

bool merge_is_part(const struct merger *merger, const struct mention *mention)
{
    const struct story *story = merger->story;
    const struct label *label = &mention->label;
    if (mention->kind != KIND_SESSION || mention->verb || label->edition > 0 || label->possessive ||
        has_owner(story, mention))
        return false;
    bool part = false;
    const uint32_t begin =
        label->name.end > label->name.begin && label->name.begin < mention->trigger.begin
            ? label->name.begin
            : mention->trigger.begin;
    for (uint32_t t = begin; t < mention->trigger.end && !part; t++)
        part = is_of_course(story->document, t);
    for (uint32_t i = 0; part && i < merger->list.count; i++) {
        const enum meeting_kind kind = merger->list.at[i]->kind;
        if (kind_is_gathering(kind) || kind == KIND_NEGOTIATION)
            return true;
    }
    return false;
}

/* "112 leaders had gathered": some of those who came to the gathering that is told of. */
bool merge_throng(const struct mention *mention)
{
    return mention->verb && !mention->bilateral && !mention->hosting && !mention->date &&
           !mention->place && mention->party_count > 0 && mention->kind != KIND_VISIT &&
           mention->kind != KIND_CALL && !mention->pronoun &&
           compare_identified(mention->parties, mention->party_count) == 0;
}

bool merge_edition(const struct occasion *occasion, int32_t edition)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->label.edition == edition)
            return true;
    }
    return false;
}

/* "King to host B", and in the story "will host B for a state visit"; or the other way round. */
static bool is_hosted(const struct mention *mention, const struct occasion *occasion)
{
    const bool stays = mention->kind == KIND_VISIT || occasion->kind == KIND_VISIT;
    return stays && (kind_is_generic(mention->kind) || kind_is_generic(occasion->kind)) &&
           mention->verb && mention->hosting && occasion->mentions[0]->verb &&
           occasion->mentions[0]->hosting;
}

/* "A a reçu B. En marge de cette visite": whom he received was there for that. */
static bool is_reception(const struct mention *mention, const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return mention->kind == KIND_VISIT && !mention->verb && mention->label.pointing &&
           !mention->date && kind_is_generic(occasion->kind) && last->verb && last->hosting &&
           mention->sentence == last->sentence + 1;
}

/* "A met B in Lima. On arrival she was received by B": who greeted her is whom she met. */
static bool is_greeting(const struct mention *mention, const struct occasion *occasion)
{
    enum { SENTENCES_BACK = 2 };
    const struct mention *first = occasion->mentions[0];
    return mention->kind == KIND_VISIT && mention->verb && mention->hosting && mention->opening &&
           !mention->date && !mention->place && occasion->kind == KIND_TALKS &&
           occasion->status == STATUS_HELD && !first->hosting &&
           mention->sentence <= first->sentence + SENTENCES_BACK;
}

/* "A a reçu B, venu lui rendre une visite d'adieu", "en visite d'adieu": who calls on somebody is
 * received for that, be it told in the headline; "A called on B. The minister paid a courtesy visit
 * to B", of no other day. */
static bool is_paid(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    const bool title = mention_in_title(story, last);
    const bool again = !mention->verb && !mention->date && mention->sentence == last->sentence + 1;
    return mention->kind == KIND_VISIT && merge_paid(story->document, mention) &&
           !mention->further && mention->party_count < 3 && kind_is_generic(occasion->kind) &&
           (again || title || (last->verb && last->hosting && mention->sentence == last->sentence));
}

bool merge_courtesy(const struct mention *mention, const struct occasion *occasion)
{
    const bool known =
        mention->label.possessive || mention->label.definite || mention->label.pointing;
    return mention->kind == KIND_VISIT && !mention->verb && known && mention->label.bare &&
           !mention->date && mention->label.sequence == SEQUENCE_NONE &&
           kind_is_generic(occasion->kind) && merge_called(occasion, KIND_VISIT);
}

/* "a reçu B", "a rencontré B", and nothing says that it was by a screen. */
static bool is_in_person(const struct story *story, const struct mention *mention)
{
    if (!mention->verb || mention->mode == MODE_PHONE || mention->mode == MODE_VIDEO ||
        mention->kind != KIND_TALKS || mention->status != STATUS_HELD ||
        mention_in_title(story, mention))
        return false;
    for (uint32_t t = mention->trigger.begin; t < mention->trigger.end; t++) {
        const struct annotation *word = look_at(story->document, t, LEXICON_MEETVERB);
        if (word && word->end <= mention->trigger.end)
            return look_lexeme(story->document, word)->frame == FRAME_OBJECT ||
                   look_lexeme(story->document, word)->frame == FRAME_HOST;
    }
    return false;
}

static bool is_told_in_person(const struct story *story, const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (is_in_person(story, occasion->mentions[i]))
            return true;
    }
    return false;
}

/* "s'est entretenu lundi au téléphone" and "se sont réunis mardi à Londres": who met in a town did
 * not call. */
static bool is_by_wire(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    /* "Speaking with A after their talks in Lima, B said" */
    const bool opens = last->sentence == mention->sentence &&
                       look_flag(story->document, last->trigger.begin, TOKEN_SENTENCE);
    const bool calls = mention->kind == KIND_CALL;
    const struct mention *placed = calls ? occasion->placed : mention;
    const struct spot *spot = placed && placed->place ? placed->place->detail : NULL;
    const bool theirs = placed && !placed->verb && placed->label.possessive; /* "their meeting" */
    /* "spoke of the talks taking place in Geneva" */
    const bool other = !calls && !mention->verb && mention->label.plural && mention->status_told &&
                       mention->party_count == 0 && last->verb && spot && spot->city;
    /* "said in a meeting in Lima" and "spoke with B by telephone" */
    const bool sat = calls && mention->verb && placed && !placed->verb && spot && spot->city &&
                     placed->label.indefinite && !placed->label.plural;
    if (calls == (occasion->kind == KIND_CALL))
        return false;
    if (calls ? is_told_in_person(story, occasion) : is_in_person(story, mention))
        return true;
    return placed && spot && ((placed->verb && spot->city) || (theirs && !opens) || other || sat);
}

bool merge_kinds(const struct story *story, const struct mention *mention,
                 const struct occasion *occasion, bool lead)
{
    const enum meeting_kind a = mention->kind, b = occasion->kind;
    const bool screen = mention->mode == MODE_VIDEO && a == KIND_CALL; /* "the virtual meeting" */
    if (mention->floor)
        return kind_is_gathering(b);
    if (is_by_wire(story, mention, occasion))
        return false;
    if (a == b || mention->joining || merge_arrives(mention, occasion) ||
        (screen && kind_is_gathering(b) && mention->label.definite && !mention->verb))
        return true;
    if ((lead && is_hosted(mention, occasion)) || is_reception(mention, occasion) ||
        is_greeting(mention, occasion) || is_paid(story, mention, occasion) ||
        merge_courtesy(mention, occasion))
        return true;
    if (a == KIND_VISIT || b == KIND_VISIT)
        return false;
    if (mention->plural_pronoun && !mention->verb && mention->label.indefinite &&
        !mention->label.plural && a == KIND_CONFERENCE && kind_is_generic(b))
        return false; /* "A met B.  They co-chaired a seminar" */
    if (kind_is_generic(a) || kind_is_generic(b))
        return true;
    if (mention->label.edition > 0 && kind_is_gathering(a) && kind_is_gathering(b) &&
        merge_edition(occasion, mention->label.edition))
        return true; /* "8th FOCAC", "the eighth ministerial conference of the FOCAC" */
    const bool joint = (a == KIND_CONFERENCE || a == KIND_SESSION || a == KIND_MINISTERIAL) &&
                       (b == KIND_CONFERENCE || b == KIND_SESSION || b == KIND_MINISTERIAL);
    /* "the high-level conference" may be the summit told before. */
    const bool again = kind_is_gathering(a) && kind_is_gathering(b) && mention->label.definite &&
                       !mention->label.proper && mention->label.edition <= 0 &&
                       mention->label.sequence == SEQUENCE_NONE && a != KIND_SUMMIT;
    const bool sits = lead && kind_is_gathering(a) && kind_is_gathering(b) &&
                      (a == KIND_SESSION || b == KIND_SESSION);
    /* "the 43rd session of the General Conference", of the one told by that name */
    const bool counted = joint && mention->label.edition > 0 && b == KIND_CONFERENCE &&
                         compare_names(story, mention, occasion) >= POINTS_NAME;
    return again || sits || counted || (joint && (mention->label.bare || lead)) ||
           merge_sitting(story, mention);
}

bool merge_called(const struct occasion *occasion, enum meeting_kind kind)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->kind == kind)
            return true;
    }
    return false;
}
