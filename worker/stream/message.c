#include "stream/message.h"

const struct message_header *message_header_find(const struct message *message, struct str name)
{
    for (size_t i = message->header_count; i-- > 0;)
        if (str_equal(message->headers[i].name, name))
            return &message->headers[i];
    return NULL;
}
