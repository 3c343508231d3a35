#include "settings/secret.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static const char FILE_PREFIX[] = "file:";
static const char CREDENTIAL_PREFIX[] = "credential:";

enum { LONGEST = 64 * 1024 }; /* bytes: a private key has a few thousand */

bool secret_is(const char *name)
{
    static const char *const parts[] = {"password", "secret", "key.pem", "oauthbearer.config"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strstr(name, parts[i]))
            return true;
    return false;
}

static bool starts_with(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool secret_is_reference(const char *value)
{
    return starts_with(value, FILE_PREFIX) || starts_with(value, CREDENTIAL_PREFIX);
}

static int secret_path(const char *value, const char *folder, char path[PATH_MAX],
                       struct fault *ret_fault)
{
    int length;
    if (starts_with(value, FILE_PREFIX)) {
        length = snprintf(path, PATH_MAX, "%s", value + strlen(FILE_PREFIX));
    } else {
        const char *name = value + strlen(CREDENTIAL_PREFIX);
        if (!folder)
            return fault_set(ret_fault, FAULT_SETTING,
                             "there are no credentials here: CREDENTIALS_DIRECTORY is not set "
                             "(LoadCredential=%s:… in the unit sets it)",
                             name);
        if (strchr(name, '/'))
            return fault_set(ret_fault, FAULT_SETTING, "a credential's name has no /");
        length = snprintf(path, PATH_MAX, "%s/%s", folder, name);
    }
    if (length >= PATH_MAX)
        return fault_set(ret_fault, FAULT_SETTING, "the path is too long");
    return 0;
}

/* Fills secret, which has room for LONGEST bytes and a zero. */
static int secret_file_read(const char *path, char *secret, struct fault *ret_fault)
{
    FILE *file = fopen(path, "re");
    if (!file)
        return fault_set(ret_fault, FAULT_SETTING, "can't read %s: %s", path, strerror(errno));
    size_t length = fread(secret, 1, LONGEST + 1, file);
    bool failed = ferror(file) != 0;
    fclose(file);
    if (failed)
        return fault_set(ret_fault, FAULT_SETTING, "can't read %s", path);
    if (length > LONGEST)
        return fault_set(ret_fault, FAULT_SETTING, "%s is over 64k: not a secret", path);
    while (length > 0 && (secret[length - 1] == '\n' || secret[length - 1] == '\r'))
        length--;
    secret[length] = '\0';
    if (length == 0)
        return fault_set(ret_fault, FAULT_SETTING, "%s is empty", path);
    if (strlen(secret) != length)
        return fault_set(ret_fault, FAULT_SETTING, "%s holds a zero byte", path);
    return 0;
}

int secret_read(const char *value, const char *credentials_folder, struct arena *arena,
                const char **ret_secret, struct fault *ret_fault)
{
    char path[PATH_MAX];
    char secret[LONGEST + 1];
    const char *source = value;
    if (secret_is_reference(value)) {
        int code = secret_path(value, credentials_folder, path, ret_fault);
        if (code == 0)
            code = secret_file_read(path, secret, ret_fault);
        if (code != 0)
            return code;
        source = secret;
    }
    const char *copy = arena_copy(arena, str_make(source, strlen(source) + 1)).at;
    if (!copy)
        return fault_set(ret_fault, FAULT_MEMORY, "out of memory");
    *ret_secret = copy;
    return 0;
}
