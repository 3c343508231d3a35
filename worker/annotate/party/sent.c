#include "annotate/party/sent.h"

#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/read.h"

const struct annotation *reader_states(const struct reader *reader, uint32_t token)
{
    const struct annotation *states = reader_look(reader, token, LEXICON_GROUPNOUN);
    return states && states->tag == TAG_PLUR &&
                   look_lexeme(reader->document, states)->rank == RANK_NONE
               ? states
               : NULL;
}

const struct annotation *reader_envoys(const struct reader *reader, uint32_t token)
{
    const struct annotation *noun = reader_look(reader, token, LEXICON_GROUPNOUN);
    return noun && noun->tag == TAG_PLUR && look_lexeme(reader->document, noun)->rank == RANK_ENVOY
               ? noun
               : NULL;
}

bool reader_sent(struct reader *reader, const struct annotation *body)
{
    reader_body(reader, body);
    reader->party.delegation = true;
    reader->party.plural = true;
    reader->party.role_count = 0;
    return true;
}

const struct annotation *reader_sender_of(const struct reader *reader)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, LEXICON_ORGANIZATION, ANNOTATION_ORG};
    const struct annotation *found = NULL;
    const bool of = reader_is(reader, reader->at, CLASS(OF));
    const uint32_t t = reader_skip(reader, reader->at + 1, READER_ARTICLES);
    const bool own = of && reader->party.delegation;                 /* "a delegation of Norway" */
    const bool at = !of && reader_is(reader, reader->at, CLASS(AT)); /* "officials at the IMF" */
    if (!own && !at &&
        (of || !(reader_is(reader, reader->at, CLASS(FROM)) ||
                 reader_look(reader, reader->at, LEXICON_BEHALF))))
        return NULL;
    for (size_t i = at; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *sender = reader_look(reader, t, kinds[i]);
        if (sender && (!found || sender->end > found->end))
            found = sender;
    }
    const struct annotation *name = reader_look(reader, t, ANNOTATION_NAME);
    const bool from =
        reader->party.rank == RANK_EXECUTIVE || reader_look(reader, reader->at, LEXICON_BEHALF);
    if (!found && !of && !at && from && name && name_is_of_body(name->detail))
        return name; /* "bosses from Velumine", "negotiators for Velumine" */
    if (own)
        return found && found->kind == LEXICON_COUNTRY ? found : NULL;
    return found && reader_states(reader, found->end) ? NULL : found;
}

const struct annotation *reader_sender_in(const struct reader *reader)
{
    const struct party *party = &reader->party;
    const struct role *role = party->role_count ? party->roles[0] : NULL;
    const struct annotation *body = party->organization;
    const bool movement = body && body->kind == LEXICON_ORGANIZATION &&
                          look_lexeme(reader->document, body)->body == BODY_MOVEMENT;
    const bool acts = party->rank == RANK_ENVOY || party->rank == RANK_EXECUTIVE;
    if (!party->plural || !(acts || movement))
        return NULL;
    const struct annotation *last =
        role && !body ? reader_look(reader, role->end - 1, ANNOTATION_NAME) : NULL;
    return last && last->end == role->end && name_is_of_body(last->detail) ? last : body;
}

bool reader_sender(struct reader *reader, const struct annotation *sender)
{
    if (sender->kind != LEXICON_COUNTRY && sender->kind != LEXICON_CITY)
        return reader_sent(reader, sender);
    reader_state(reader, sender, sender->kind == LEXICON_CITY);
    reader->party.delegation = true;
    reader->party.plural = true;
    return true;
}

uint32_t reader_branch(const struct reader *reader, const struct annotation *body)
{
    const struct annotation *found = reader_look(reader, body->end, ANNOTATION_NAME);
    const struct name *name = found ? found->detail : NULL;
    return name && name->words == 1 && !name->given && !name->surname && !name->figure &&
                   body->kind == LEXICON_ORGANIZATION && body->end == body->begin + 1 &&
                   look_flag(reader->document, body->begin, TOKEN_UPPER) &&
                   !look_flag(reader->document, body->begin, TOKEN_TITLE) &&
                   look_lexeme(reader->document, body)->body == BODY_NGO
               ? found->end
               : body->end;
}

uint32_t reader_behind_epithet(const struct reader *reader, uint32_t token)
{
    static const uint16_t verbs[] = {LEXICON_AUX,        LEXICON_MEETVERB,    LEXICON_EVENTVERB,
                                     LEXICON_SPEECHVERB, LEXICON_ACCOMPANIED, 0};
    const struct document *document = reader->document;
    const bool joined = reader_comma(reader, token + 1) || reader_is(reader, token + 1, CLASS(AND));
    return joined && !pack_adjectives_first(document->pack) &&
                   look_flag(document, token, TOKEN_WORD) &&
                   !look_flag(document, token, TOKEN_CAPITAL) &&
                   !document_is(document, token, UINT64_MAX) && !look_kinds(document, token, verbs)
               ? token + 1
               : token;
}
