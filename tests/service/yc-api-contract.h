/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds every answer against data/api/openapi.json with our own validator. */
#pragma once

#include "yc-test-http.h"

G_BEGIN_DECLS

typedef struct _YcApiContract YcApiContract;

YcApiContract *yc_api_contract_new         (void);
void           yc_api_contract_free        (YcApiContract *self);
/* A YcTestCheck: fails the test when the answer is not as documented. */
void           yc_api_contract_check       (const char    *method,
                                            const char    *path,
                                            YcTestAnswer  *answer,
                                            gpointer       contract);
/* (transfer full): "METHOD PATH STATUS" of everything documented that no answer has shown. */
GStrv          yc_api_contract_list_unseen (YcApiContract *self);
/* (transfer full): "METHOD PATH" of everything documented. */
GStrv          yc_api_contract_list_routes (YcApiContract *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcApiContract, yc_api_contract_free)

G_END_DECLS
