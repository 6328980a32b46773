/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a layout (JSON Forms' UI schema) into the elements of a branch. */
#pragma once

#include "yc-form-branch-private.h"

G_BEGIN_DECLS

YcFormElement *yc_form_layout_build  (YcFormBranch  *branch,
                                       JsonNode      *layout,
                                       const char    *node);
void           yc_form_layout_append (YcFormBranch  *branch,
                                       YcFormElement *root,
                                       JsonNode      *schema,
                                       JsonNode      *layout);

G_END_DECLS
