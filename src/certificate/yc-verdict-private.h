/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the verifier fills a verdict. */
#pragma once

#include "yc-verdict.h"

G_BEGIN_DECLS

YcVerdictCheck *yc_verdict_check_new  (const char     *id,
                                       const char     *title,
                                       YcCheckResult   result,
                                       char           *detail);

YcVerdict      *yc_verdict_new        (void);
void            yc_verdict_add_check  (YcVerdict      *self,
                                       const char     *id,
                                       YcCheckResult   result,
                                       char           *detail);
void            yc_verdict_set_state  (YcVerdict      *self,
                                       YcVerdictState  state);
void            yc_verdict_set_sample (YcVerdict      *self,
                                       gboolean        sample);
void            yc_verdict_take_words (YcVerdict      *self,
                                       char           *serial,
                                       char           *signer,
                                       GDateTime      *signed_at);
void            yc_verdict_take_last_day (YcVerdict   *self,
                                          char        *last_day);
void            yc_verdict_close      (YcVerdict      *self);

G_END_DECLS
