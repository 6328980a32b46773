/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layout's rule: show, hide, enable or disable an element as the data say. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcFormEffect:
 * @YC_FORM_EFFECT_SHOW: visible while the condition holds.
 * @YC_FORM_EFFECT_HIDE: visible while it does not.
 * @YC_FORM_EFFECT_ENABLE: enabled while it holds.
 * @YC_FORM_EFFECT_DISABLE: enabled while it does not.
 */
typedef enum
{
  YC_FORM_EFFECT_SHOW = 1,
  YC_FORM_EFFECT_HIDE,
  YC_FORM_EFFECT_ENABLE,
  YC_FORM_EFFECT_DISABLE,
} YcFormEffect;

typedef struct _YcFormRule YcFormRule;

YcFormRule   *yc_form_rule_new        (JsonObject  *rule,
                                       GError     **error);
void          yc_form_rule_free       (YcFormRule  *self);
YcFormEffect  yc_form_rule_get_effect (YcFormRule  *self);
gboolean      yc_form_rule_holds      (YcFormRule  *self,
                                       JsonNode    *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormRule, yc_form_rule_free)

G_END_DECLS
