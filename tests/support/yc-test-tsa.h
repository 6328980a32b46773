/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time-stamp authority: OpenSSL's own responder ("openssl ts"), asked directly or over HTTP. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YcTestTsa YcTestTsa;

/* What it does with a question. */
typedef enum
{
  YC_TEST_TSA_ANSWERS = 1,
  /* A TimeStampResp that says no. */
  YC_TEST_TSA_REFUSES,
  YC_TEST_TSA_TALKS_NONSENSE,
  /* The answer to the question before. */
  YC_TEST_TSA_REPEATS,
  /* HTTP only: 503, nothing at all, a flood. */
  YC_TEST_TSA_IS_BUSY,
  YC_TEST_TSA_HANGS,
  YC_TEST_TSA_FLOODS,
} YcTestTsaMode;

/* With keys of its own, valid from now on for 33 years. */
YcTestTsa  *yc_test_tsa_new       (void);
void        yc_test_tsa_free      (YcTestTsa     *self);
void        yc_test_tsa_set_mode  (YcTestTsa     *self,
                                   YcTestTsaMode  mode);
/* PEM file of its root. */
const char *yc_test_tsa_get_root  (YcTestTsa     *self);
GBytes     *yc_test_tsa_reply     (YcTestTsa     *self,
                                   GBytes        *question);
/* Serves over HTTP from now on. Returns: (transfer none): the address. */
const char *yc_test_tsa_listen    (YcTestTsa     *self);
/* How many questions came. */
guint       yc_test_tsa_get_asked (YcTestTsa     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestTsa, yc_test_tsa_free)

G_END_DECLS
