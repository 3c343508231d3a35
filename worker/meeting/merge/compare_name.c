#include "annotate/country.h"
#include "annotate/look.h"
#include "meeting/merge/compare.h"

/*
 * Whether the names of a mention and an occasion are of the same one.
 */

/* Whether words of span tell the body that stands at token, "AU" as "African Union". */
static bool tells_body(const struct document *document, uint32_t token, struct span span)
{
    const struct annotation *body = look_at(document, token, LEXICON_ORGANIZATION);
    for (uint32_t t = span.begin; body && t < span.end; t++) {
        const struct annotation *other = look_at(document, t, LEXICON_ORGANIZATION);
        if (other && other->value == body->value)
            return true;
    }
    return false;
}

/* How many words of a stand in b too; *ret_count: of how many that matter. */
static unsigned words_found(const struct document *document, struct span a, struct span b,
                            unsigned *ret_count)
{
    unsigned count = 0, shared = 0;
    uint32_t known = a.begin; /* where a body ends that b tells */
    for (uint32_t t = a.begin; t < a.end; t++) {
        if (tells_body(document, t, b))
            known = look_at(document, t, LEXICON_ORGANIZATION)->end;
        if (document_is(document, t, CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(OF)))
            continue;
        bool found = t < known;
        for (uint32_t u = b.begin; u < b.end && !found; u++)
            found = look_token(document, t)->hash == look_token(document, u)->hash;
        shared += found;
        count++;
    }
    *ret_count = count;
    return shared;
}

/* The words that a and b share, of the shorter one's, in per cent. */
static unsigned words_shared(const struct document *document, struct span a, struct span b)
{
    unsigned count_a = 0, count_b = 0;
    const unsigned shared = words_found(document, a, b, &count_a);
    words_found(document, b, a, &count_b);
    const unsigned shorter = count_a < count_b ? count_a : count_b;
    return shorter ? shared * 100 / shorter : 0;
}

/* Those who gathered, "les ministres de la Pêche se sont réunis", which the meeting of them is
 * called by; or nothing. */
static struct span gathered_name(const struct mention *mention)
{
    const struct party *party = mention->party_count ? mention->parties[0].party : NULL;
    const bool gathered = mention->verb && !mention->bilateral && !mention->hosting && party &&
                          party->plural && mention->kind != KIND_VISIT;
    return gathered ? (struct span){party->begin, party->end} : (struct span){0, 0};
}

/* The name, or those who gathered where it has none. */
static struct span compare_name(const struct mention *mention)
{
    const bool named = mention->label.name.end > mention->label.name.begin;
    return named ? mention->label.name : gathered_name(mention);
}

/* Called by the body that met, with no word for a meeting: "le Conseil s'est réuni". */
static bool is_named_by_body(const struct mention *mention)
{
    const struct span name = mention->label.name;
    return mention->kind == KIND_SESSION &&
           (mention->trigger.begin < name.begin || mention->trigger.begin >= name.end);
}

/* "la réunion d'urgence de la Caricom", "la Communauté des Caraïbes (Caricom)": of one body. */
static bool share_body(const struct document *document, const struct mention *a,
                       const struct mention *b)
{
    if (!is_named_by_body(a) && !is_named_by_body(b))
        return false;
    for (uint32_t t = a->label.name.begin; t < a->label.name.end; t++) {
        if (!look_at(document, t, LEXICON_ORGANIZATION))
            continue;
        for (uint32_t u = b->label.name.begin; u < b->label.name.end; u++) {
            if (look_token(document, t)->hash == look_token(document, u)->hash)
                return true;
        }
    }
    return false;
}

/* "la réunion d'urgence sur la crise", where the body that met was told: the one says what about.
 */
static bool name_describes(const struct mention *a, const struct mention *b)
{
    const struct label *label = &a->label;
    return label->about && label->definite && !label->plural && !a->verb &&
           kind_is_generic(label->word) && is_named_by_body(b);
}

/* The state of the town or land by which alone the name tells the meeting, "Warsaw Summit"; or
 * NULL. */
static const char *state_of_name(const struct document *document, struct span name)
{
    static const uint16_t kinds[] = {LEXICON_CITY, LEXICON_REGION, LEXICON_COUNTRY};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *place = look_at(document, name.begin, kinds[i]);
        if (place && place->end + 1 == name.end && look_at(document, place->end, LEXICON_MEETNOUN))
            return country_of(document, place);
    }
    return NULL;
}

/* "the Warsaw Summit", "the Wales Summit": each is called by where it is, and not in one state. */
static bool are_elsewhere(const struct document *document, struct span a, struct span b)
{
    const char *first = state_of_name(document, a);
    const char *second = first ? state_of_name(document, b) : NULL;
    return second && strcmp(first, second) != 0;
}

/* "the G7 summit", "the African Union summit": each is called by whose it is, and no word but the
 * one for the meeting is in both. */
static bool are_of_others(const struct document *document, const struct label *a,
                          const struct label *b)
{
    bool shared = !a->owned || !b->owned || a->kind != b->kind;
    for (uint32_t t = a->name.begin; t < a->name.end && !shared; t++) {
        if (look_at(document, t, LEXICON_MEETNOUN) || tells_body(document, t, b->name) ||
            document_is(document, t, CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(OF)))
            shared = tells_body(document, t, b->name);
        else
            for (uint32_t u = b->name.begin; u < b->name.end && !shared; u++)
                shared = look_token(document, t)->hash == look_token(document, u)->hash;
    }
    return !shared;
}

/* Whether the token in a name is more than the word for the meeting and what joins it. */
static bool is_telling(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_WORD) && !look_at(document, token, LEXICON_MEETNOUN) &&
           !document_is(document, token, CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(OF));
}

/* Whether both names tell more than that it is a meeting, and no such word is in both. */
static bool tell_apart(const struct document *document, struct span a, struct span b)
{
    bool first = false, second = false, shared = false;
    for (uint32_t u = b.begin; u < b.end; u++)
        second |= is_telling(document, u);
    for (uint32_t t = a.begin; t < a.end && !shared; t++) {
        first |= is_telling(document, t);
        for (uint32_t u = b.begin; u < b.end && is_telling(document, t) && !shared; u++)
            shared = look_token(document, t)->hash == look_token(document, u)->hash;
    }
    return first && second && !shared;
}

bool compare_apart(const struct document *document, const struct mention *mention,
                   const struct occasion *occasion)
{
    bool apart = false;
    if (mention->verb || mention->label.pointing || !kind_is_gathering(mention->kind) ||
        !(mention->date || mention->place))
        return false;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *other = occasion->mentions[i];
        const bool known = !other->verb && kind_is_gathering(other->kind);
        if (known && !(mention->label.about && other->label.about))
            return false; /* "the forum on rivers" may be "the youth forum" */
        if (known && !tell_apart(document, mention->label.name, other->label.name))
            return false;
        apart |= known;
    }
    return apart;
}

bool compare_retold(const struct mention *mention, const struct occasion *occasion)
{
    const struct span name = compare_name(mention);
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return mention->sentence == last->sentence && (name.end > name.begin || !last->verb);
}

/* "A attended the vaccine summit. B attended the union's summit": whether others are told at each,
 * and no word but the one for the meeting is in both names, none of which is that of a town. */
static bool are_of_strangers(const struct story *story, const struct mention *mention,
                             const struct occasion *occasion, struct span other)
{
    const struct document *document = story->document;
    const struct span name = mention->label.name;
    return kind_is_gathering(mention->kind) && mention->kind == occasion->kind &&
           tell_apart(document, name, other) && !state_of_name(document, name) &&
           !state_of_name(document, other) && compare_parties(story, mention, occasion) < 0;
}

/* "le sommet de l'organisation", "du bloc": whose it is was told before. */
static bool tells_body_again(const struct document *document, struct span name)
{
    const uint32_t last = name.end - (name.end > name.begin);
    const struct annotation *noun = look_at(document, last, LEXICON_ORGNOUN);
    const enum body body = noun ? look_lexeme(document, noun)->body : BODY_NONE;
    return last > name.begin && (body == BODY_BODY || body == BODY_PARTY) &&
           !look_flag(document, last, TOKEN_CAPITAL) &&
           document_is(document, last - 1, CLASS(DETERMINER)) &&
           !document_is(document, last - 1, CLASS(INDEFINITE));
}

int compare_names(const struct story *story, const struct mention *mention,
                  const struct occasion *occasion)
{
    enum { NAMES_ALIKE = 75 }; /* per cent of the words */
    const struct span name = compare_name(mention);
    int best = 0;
    if (mention->apposed && compare_retold(mention, occasion))
        return POINTS_NAME;
    if (name.begin == name.end)
        return 0;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct span other = occasion->mentions[i]->label.name;
        if (other.begin == other.end)
            continue;
        unsigned shared = words_shared(story->document, name, other);
        const struct span gathered = gathered_name(mention);
        if (gathered.end > gathered.begin && shared < NAMES_ALIKE)
            shared = words_shared(story->document, gathered, other); /* "… pour le 15e Conseil" */
        const bool again =
            tells_body_again(story->document, name) || tells_body_again(story->document, other);
        const bool vague = again || share_body(story->document, mention, occasion->mentions[i]) ||
                           name_describes(mention, occasion->mentions[i]);
        if (are_elsewhere(story->document, name, other) ||
            (shared >= 50 && !again && are_of_strangers(story, mention, occasion, other)) ||
            are_of_others(story->document, &mention->label, &occasion->mentions[i]->label))
            shared = 0;
        const int points = shared >= NAMES_ALIKE ? POINTS_NAME
                           : shared >= 50        ? 4
                           : vague               ? 1
                                                 : -POINTS_NAME;
        if (best == 0 || points > best)
            best = points;
    }
    /* "cette conférence de haut niveau", "the high-level conference" describe what has a name. */
    const bool described =
        mention->label.pointing || (mention->label.definite && mention->label.bare);
    /* "les dirigeants de la région se réunissent": who they are is no other name. */
    const bool unnamed = mention->label.name.end <= mention->label.name.begin &&
                         compare_identified(mention->parties, mention->party_count) == 0;
    /* "the second round of talks" tells which, and is no other name than "Chad peace talks". */
    const bool round = mention->label.bare && mention->label.edition > 0 &&
                       (mention->kind == KIND_TALKS || mention->kind == KIND_NEGOTIATION);
    const bool open =
        mention->label.pointing || unnamed || round || (described && !mention->label.proper);
    return best < 0 && open ? 0 : best;
}
