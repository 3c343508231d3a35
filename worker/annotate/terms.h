/*
 * terms.h -- the words that the columns of the lexicons may hold, as C knows them.
 *
 * The forms of the files are in lang/README.md; "-" or nothing is NONE.
 */
#ifndef ANNOTATE_TERMS_H
#define ANNOTATE_TERMS_H

/* How a meeting verb takes its parties. */
#define FRAME_MAP(X)                                                     \
    X(NONE)                                                              \
    X(OBJECT) /* who meets whom: the object */                           \
    X(WITH)   /* who talks with whom: a complement with a preposition */ \
    X(TOPIC)  /* who speaks of something with whom */                    \
    X(JOINT)  /* they gather: the subject alone */                       \
    X(HOST)   /* the subject receives the object */                      \
    X(GRANT)  /* the subject receives whom a preposition tells */        \
    X(VISIT)  /* the subject goes to a place */                          \
    X(ARRIVE) /* the subject is there now */                             \
    X(STAY)   /* the subject is at the place right behind */             \
    X(SIT)    /* as JOINT, of a body alone */                            \
    X(INVITE) /* the subject asks the object to come to a place */       \
    X(SEND)   /* the subject sends the object to a place */              \
    X(CALL)   /* the subject calls the object */

/* What an event verb says of the meeting that is its subject or object. */
#define SENSE_MAP(X) \
    X(NONE)          \
    X(HOLD)          \
    X(OPEN)          \
    X(CLOSE)         \
    X(PLAN)          \
    X(PREPARE)       \
    X(EXPECT)        \
    X(AGREE)         \
    X(PROPOSE)       \
    X(CANCEL)        \
    X(POSTPONE)      \
    X(MOVE)          \
    X(DENY)          \
    X(REFUSE)        \
    X(ATTEND)        \
    X(CHAIR)         \
    X(MEDIATE)       \
    X(HOSTEVENT)     \
    X(RESUME)        \
    X(CONTINUE)      \
    X(AGENDA)        \
    X(LIST)          \
    X(SUSPEND)       \
    X(CONFIRM)       \
    X(ANNOUNCE)      \
    X(BOYCOTT)       \
    X(MISS)          \
    X(LEAVE)         \
    X(RETURN)        \
    X(SIT)

/* What kind of body an organisation is. */
#define BODY_MAP(X) \
    X(NONE)         \
    X(BODY)         \
    X(ORGAN)        \
    X(HEADS)        \
    X(MINISTERS)    \
    X(AGENCY)       \
    X(GOVERNMENT)   \
    X(CABINET)      \
    X(PARLIAMENT)   \
    X(PARTY)        \
    X(MOVEMENT)     \
    X(COMPANY)      \
    X(BANK)         \
    X(CENTRALBANK)  \
    X(NGO)          \
    X(SPORT)        \
    X(MEDIA)        \
    X(COURT)        \
    X(MILITARY)

/* Which occasion of several: "next", "last". */
#define SEQUENCE_MAP(X) X(NONE) X(NEXT) X(PREVIOUS) X(LAST) X(FIRST) X(NEW) X(SECOND)

/* What an office belongs to. */
#define SCOPE_MAP(X) \
    X(NONE)          \
    X(STATE)         \
    X(BODY) X(PORTFOLIO) X(FAITH) X(UNION) X(ANY) X(VAGUE) X(LEADER) X(HEAD) X(VOICE) X(SEAT)

/* What stands before or after an office. */
#define AFFIX_MAP(X) X(NONE) X(DEPUTY) X(ACTING) X(FORMER) X(FIRST) X(ELECT) X(HONORARY) X(SPECIAL)

#define X_FRAME(n) FRAME_##n,
#define X_SENSE(n) SENSE_##n,
#define X_BODY(n) BODY_##n,
#define X_SEQUENCE(n) SEQUENCE_##n,
#define X_SCOPE(n) SCOPE_##n,
#define X_AFFIX(n) AFFIX_##n,
enum frame { FRAME_MAP(X_FRAME) FRAME_COUNT };
enum sense { SENSE_MAP(X_SENSE) SENSE_COUNT };
enum body { BODY_MAP(X_BODY) BODY_COUNT };
/* CABINET: the government itself, which needs no name; GOVERNMENT: its ministries and offices. */
#define BODY_GOVERNS(body) ((body) == BODY_GOVERNMENT || (body) == BODY_CABINET)
enum sequence { SEQUENCE_MAP(X_SEQUENCE) SEQUENCE_COUNT };
enum scope { SCOPE_MAP(X_SCOPE) SCOPE_COUNT };
enum affix { AFFIX_MAP(X_AFFIX) AFFIX_COUNT };

#endif
