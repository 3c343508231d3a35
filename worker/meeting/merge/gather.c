#include "meeting/merge/gather.h"

#include "annotate/look.h"
#include "annotate/place/spot.h"
#include "annotate/verb.h"
#include "meeting/clause/absence.h"
#include "meeting/merge/settle_parties.h"

static bool fits(enum meeting_kind kind, enum rank rank)
{
    switch (kind) {
    case KIND_SUMMIT:
        return rank_is_head(rank);
    case KIND_MINISTERIAL:
        return rank == RANK_FOREIGN_MINISTER || rank == RANK_MINISTER ||
               rank == RANK_DEPUTY_MINISTER || rank == RANK_DEPUTY_HEAD_OF_GOVERNMENT;
    case KIND_SESSION:
        return rank == RANK_FOREIGN_MINISTER || rank == RANK_MINISTER ||
               rank == RANK_DEPUTY_MINISTER || rank == RANK_AMBASSADOR;
    case KIND_NEGOTIATION:
        return rank == RANK_FOREIGN_MINISTER || rank == RANK_MINISTER || rank == RANK_ENVOY ||
               rank == RANK_DEPUTY_MINISTER;
    default:
        return false;
    }
}

/* The gathering that the article is about: the first occasion, if many can come to it. */
static struct occasion *main_gathering(const struct occasion_list *occasions)
{
    if (occasions->count == 0)
        return NULL;
    struct occasion *first = occasions->at[0];
    const bool many = kind_is_gathering(first->kind) || first->kind == KIND_NEGOTIATION;
    return many && status_has_begun(first->status) ? first : NULL;
}

static bool has_mention(const struct occasion *occasion, uint32_t sentence)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->sentence == sentence)
            return true;
    }
    return false;
}

static bool is_told_elsewhere(const struct occasion_list *occasions, uint32_t sentence)
{
    for (uint32_t i = 1; i < occasions->count; i++) {
        if (has_mention(occasions->at[i], sentence))
            return true;
    }
    return false;
}

/* Whether the words around the party tell that it says something. */
static bool speaks(const struct document *document, const struct sentence *sentence,
                   const struct party *party)
{
    enum { WORDS_BEFORE = 6, WORDS_AFTER = 6 };
    const uint32_t begin = party->begin < sentence->begin + WORDS_BEFORE
                               ? sentence->begin
                               : party->begin - WORDS_BEFORE;
    const uint32_t end =
        sentence->end < party->end + WORDS_AFTER ? sentence->end : party->end + WORDS_AFTER;
    return look_within(document, begin, end, LEXICON_SPEECHVERB);
}

/* "selon X", "according to X": whether the party is only a source. */
static bool is_source(const struct document *document, const struct party *party)
{
    enum { WORDS_MAX = 4 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= party->begin; back++) {
        const struct annotation *source =
            look_at(document, party->begin - back, LEXICON_SPEECHVERB);
        if (source && source->end == party->begin)
            return look_says(document, source, STR("SOURCE"));
    }
    return false;
}

static bool is_person(const struct party *party)
{
    return party->type == PARTY_PERSON && party->person && !party->weak;
}

static void gather(const struct story *story, struct occasion *occasion, const struct party *party)
{
    if (occasion->party_count < MENTION_PARTIES &&
        !actor_among(story, party, occasion->parties, occasion->party_count))
        occasion->parties[occasion->party_count++] = (struct slot){party, PART_ATTENDEE};
}

static bool goes_with(enum meeting_status small, enum meeting_status gathering)
{
    return small == gathering || (status_has_begun(small) && status_has_begun(gathering));
}

/* "En marge du forum de Lomé, le Tchadien A a été reçu par le président togolais B": whether the
 * party is at home where they met, so need not have come for the gathering. */
static bool receives(const struct story *story, const struct occasion *gathering,
                     const struct occasion *small, const struct party *party)
{
    const struct mention *placed = gathering->placed ? gathering->placed : small->placed;
    const struct spot *spot = placed ? placed->place->detail : NULL;
    return kind_is_generic(small->kind) && gathering->kind != KIND_SUMMIT && spot &&
           spot->country[0] && strcmp(spot->country, actor_country(story, party)) == 0;
}

/* Who met at the side of a gathering was there; those of a long session of many need not come. */
static void gather_guests(const struct story *story, struct occasion_list *occasions,
                          struct occasion *gathering)
{
    if (!kind_is_gathering(gathering->kind) || gathering->kind == KIND_SESSION)
        return;
    for (unsigned r = 0; r < gathering->relation_count; r++) {
        if (gathering->relations[r].type != RELATION_SUPER_EVENT)
            continue;
        const struct occasion *small = occasions->at[gathering->relations[r].occasion];
        for (unsigned i = 0; i < small->party_count; i++) {
            const struct slot slot = small->parties[i];
            if (slot.party->type == PARTY_PERSON && goes_with(small->status, gathering->status) &&
                !receives(story, gathering, small, slot.party))
                gather(story, gathering, slot.party);
        }
    }
}

/* "the chairman of the conference", "le président du forum": whether a title of the party is of the
 * gathering, told by a word for one that nothing stands behind. */
static bool is_of_gathering(const struct document *document, const struct party *party)
{
    for (unsigned i = 0; i < party->role_count; i++) {
        const struct role *role = party->roles[i];
        const uint32_t last = role->end - 1;
        const struct annotation *noun = look_at(document, last, LEXICON_MEETNOUN);
        if (noun && !role->organization && last > role->begin + 1 &&
            kind_is_gathering(look_lexeme(document, noun)->kind))
            return true;
    }
    return false;
}

/* Whether a word of the title is one of those that say whose gathering it is: "the president of the
 * federation" at "the congress of the Growers' Federation". */
static bool shares_word(const struct document *document, const struct role *role, struct span name)
{
    enum { POINTS_MIN = 4 };
    for (uint32_t t = role->begin; t < role->end; t++) {
        const struct token *word = look_token(document, t);
        for (uint32_t n = name.begin; n < name.end && word->points >= POINTS_MIN; n++) {
            const bool organ = look_at(document, n, LEXICON_ORGHEAD) || /* "conseil municipal" */
                               (n > name.begin && look_at(document, n - 1, LEXICON_ORGHEAD));
            if (look_token(document, n)->hash == word->hash &&
                (organ || (!look_at(document, n, LEXICON_MEETNOUN) &&
                           !document_is(document, n, UINT64_MAX))))
                return true;
        }
    }
    return false;
}

/* Whether the party is of the body that meets. */
static bool is_member(const struct document *document, const struct occasion *gathering,
                      const struct party *party)
{
    if (!gathering->named || party_speaks(party))
        return false;
    for (unsigned i = 0; i < party->role_count; i++) {
        if (shares_word(document, party->roles[i], gathering->named->label.name))
            return true;
    }
    return false;
}

/* Whether who is named has a seat where a council or a board sits, by an office that tells no more:
 * "Mayor A", "Trustee B". */
static bool has_seat(const struct story *story, const struct occasion *gathering,
                     const struct party *party)
{
    if (story->people.at[party->person].rank == RANK_LEGISLATOR)
        return true;
    bool organ = false;
    const struct span name = gathering->named ? gathering->named->label.name : (struct span){0, 0};
    for (uint32_t t = name.begin; t < name.end && !organ; t++) {
        const struct annotation *head = look_at(story->document, t, LEXICON_ORGHEAD);
        organ = head && look_lexeme(story->document, head)->body == BODY_ORGAN;
    }
    return organ && party_has_seat(party);
}

/* "les pourparlers entre A et B": whether a person of another state has no part in what states
 * alone negotiate, or anybody in what two people do; envoys go between them. */
static bool is_outsider(const struct story *story, const struct occasion *gathering,
                        const struct party *party)
{
    unsigned states = 0, people = 0;
    if (gathering->kind != KIND_NEGOTIATION || story->people.at[party->person].rank == RANK_ENVOY)
        return false;
    for (unsigned i = 0; i < gathering->party_count; i++) {
        const struct party *side = gathering->parties[i].party;
        if (side->type == PARTY_COUNTRY && strcmp(side->country, actor_country(story, party)) == 0)
            return false;
        states += side->type == PARTY_COUNTRY;
        people += side->type == PARTY_PERSON && side->person;
    }
    return states > 1 || (people == 2 && gathering->party_count == 2);
}

/* Those of the sentence who have an office that fits, and with whom it begins or who speak. */
static void gather_speakers(const struct story *story, struct occasion *gathering,
                            const struct sentence *sentence)
{
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    const uint32_t end = sentence->end;
    for (uint32_t t = look_next(story->document, sentence->begin, end, bit); t < end;
         t = look_next(story->document, t + 1, end, bit)) {
        const struct annotation *annotation = look_at(story->document, t, ANNOTATION_PARTY);
        if (!annotation || party_members(annotation)->count != 1)
            continue;
        const struct party *party = party_members(annotation)->at[0];
        const bool named = party->name_end > party->name_begin;
        const bool speaker = speaks(story->document, sentence, party);
        if (!is_person(party) || is_outsider(story, gathering, party))
            continue;
        const bool sits =
            gathering->kind == KIND_SESSION && named && has_seat(story, gathering, party);
        if ((speaker && is_of_gathering(story->document, party)) || (speaker && sits) ||
            (speaker && named && is_member(story->document, gathering, party)) ||
            (fits(gathering->kind, story->people.at[party->person].rank) &&
             ((named && t == sentence->begin) || (gathering->kind == KIND_SUMMIT && speaker))))
            gather(story, gathering, party);
    }
}

/* Who speaks in the story of a gathering was there. */
static void gather_assembly(const struct story *story, const struct occasion_list *occasions,
                            struct occasion *gathering)
{
    for (uint32_t i = gathering->mentions[0]->sentence; i < story->document->sentences.count; i++) {
        const struct sentence *sentence = &story->document->sentences.at[i];
        if (!(sentence->flags & SENTENCE_BOILERPLATE) && !is_told_elsewhere(occasions, i) &&
            !absence_in(story->document, sentence))
            gather_speakers(story, gathering, sentence);
    }
}

static bool has_anybody(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        if (party->type != PARTY_GROUP && !party->plural)
            return true;
    }
    return false;
}

/* "Après le sommet, A a reçu B": of whom the sentence speaks met elsewhere. */
static bool is_told_for_other(const struct occasion_list *occasions, const struct mention *mention)
{
    unsigned tellers = 0;
    for (uint32_t i = 0; mention->opener && i < occasions->count; i++)
        tellers += has_mention(occasions->at[i], mention->sentence);
    return tellers > 1;
}

/* "The forum opened with a speech by A, who then met B": the first token of the verb in the
 * mention's sentence that tells another meeting than the gathering, behind which stands whom
 * somebody met there; or the end of the sentence. */
static uint32_t met_beside(const struct story *story, const struct occasion_list *occasions,
                           const struct occasion *gathering, const struct mention *mention)
{
    uint32_t end = story->document->sentences.at[mention->sentence].end;
    for (uint32_t i = 0; kind_is_gathering(gathering->kind) && i < occasions->count; i++) {
        const struct occasion *other = occasions->at[i];
        for (unsigned m = 0; other != gathering && m < other->mention_count; m++) {
            const struct mention *told = other->mentions[m];
            if (told->sentence == mention->sentence && told->verb && told->bilateral &&
                told->trigger.begin > mention->trigger.end && told->trigger.begin < end)
                end = told->trigger.begin;
        }
    }
    return end;
}

/* Where nobody is told to meet, those of whom its sentences speak do; of what happened after it,
 * only who speaks: "was sacked after a meeting of the board". */
static void gather_beside(const struct story *story, const struct occasion_list *occasions,
                          struct occasion *occasion)
{
    const bool sides = occasion->party_count > 1 && !kind_is_gathering(occasion->kind);
    for (unsigned m = 0; m < occasion->mention_count; m++) {
        const struct sentence *sentence =
            &story->document->sentences.at[occasion->mentions[m]->sentence];
        if (occasion->mentions[m]->absent || is_told_for_other(occasions, occasion->mentions[m]) ||
            absence_in(story->document, sentence))
            continue;
        const uint32_t end = met_beside(story, occasions, occasion, occasion->mentions[m]);
        for (uint32_t t = sentence->begin; t < end; t++) {
            const struct annotation *annotation = look_at(story->document, t, ANNOTATION_PARTY);
            if (!annotation || absence_told(story->document, annotation) ||
                gather_tells_other(story->document, occasion->mentions[m], annotation))
                continue;
            for (unsigned i = 0; i < party_members(annotation)->count; i++) {
                const struct party *party = party_members(annotation)->at[i];
                const bool speaker = speaks(story->document, sentence, party);
                /* "The board and the union met, X said": both sides are told */
                const bool teller =
                    speaker && (!status_has_begun(occasion->status) ||
                                (sides && story->people.at[party->person].rank == RANK_NONE));
                if (is_person(party) && !teller && (speaker || !occasion->mentions[m]->gone) &&
                    !is_source(story->document, party)) /* "A summit is planned, X said" */
                    gather(story, occasion, party);
            }
        }
    }
}

void gather_people(const struct story *story, struct occasion_list *occasions)
{
    struct occasion *gathering = main_gathering(occasions);
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *occasion = occasions->at[i];
        gather_guests(story, occasions, occasion);
        if (!has_anybody(occasion) && (i == 0 || !kind_is_gathering(occasion->kind)))
            gather_beside(story, occasions, occasion);
    }
    if (gathering)
        gather_assembly(story, occasions, gathering);
    for (uint32_t i = 0; i < occasions->count; i++) {
        occasion_drop_represented(story, occasions->at[i]);
        occasion_drop_holders(story, occasions->at[i]);
    }
}
