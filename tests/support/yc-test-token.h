/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A token (PKCS #11) with a key in it: SoftHSM's, in a folder of the test's own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YC_TEST_TOKEN_LABEL "seals"
#define YC_TEST_TOKEN_KEY "北岸"
#define YC_TEST_TOKEN_PIN "4821"

typedef struct _YcTestToken YcTestToken;

/* Makes it in @folder with the key in the PEM file @key, and lets this process and its children use
 * it from now on. */
YcTestToken *yc_test_token_new      (const char  *folder,
                                     const char  *key);
void         yc_test_token_free     (YcTestToken *self);
/* The path of SoftHSM's library. */
const char  *yc_test_token_get_module (void);
void         yc_test_token_pull_out (YcTestToken *self);
void         yc_test_token_put_back (YcTestToken *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestToken, yc_test_token_free)

G_END_DECLS
