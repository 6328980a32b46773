/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the table of how Chinese characters are read, at build time: opening ICU's transliterator
 * takes a tenth of a second, which no start of the desk should wait for.
 */
#include <glib.h>
#include <stdio.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define LONGEST 32

/* Extension A and the basic block of CJK ideographs. */
#define FIRST 0x3400
#define LAST 0x9fff

/* ICU knows one reading of each character. These have more that people type: as words of the trade,
 * as surnames, and as place names of Guangdong, where 涌 is chong and 埔 may be bu.
 */
static const char others[] =
  "重zhong,chong 长chang,zhang 行xing,hang 调diao,tiao 乐le,yue 会hui,kuai 参can,shen,cen "
  "单dan,shan,chan 区qu,ou 率lv,shuai 数shu,shuo 还hai,huan 得de,dei 车che,ju 都dou,du "
  "朝chao,zhao 曾zeng,ceng 厦xia,sha 番fan,pan 涌yong,chong 埔pu,bu 莞guan,wan 滘jiao "
  "漖jiao 陂bei,pi 大da,dai 地di,de 给gei,ji 属shu,zhu 藏cang,zang 传chuan,zhuan 弹dan,tan "
  "度du,duo 和he,huo 假jia 角jiao,jue 解jie,xie 觉jue,jiao 卡ka,qia 落luo,la 模mo,mu "
  "省sheng,xing 盛sheng,cheng 什shen,shi 石shi,dan 识shi,zhi 说shuo,shui 宿su,xiu 提ti,di "
  "尾wei,yi 系xi,ji 校xiao,jiao 血xue,xie 员yuan,yun 折zhe,she 种zhong,chong 仔zi,zai "
  "查cha,zha 仇chou,qiu 任ren 覃qin,tan 尉wei,yu 万wan,mo 翟zhai,di 祭ji,zhai 盖gai,ge "
  "亲qin,qing 屏ping,bing 薄bo,bao 柏bai,bo 核he,hu 圈quan,juan 露lu,lou 削xiao,xue "
  "着zhe,zhao,zhuo 了le,liao 的de,di 便bian,pian 差cha,chai,ci 称cheng,chen 否fou,pi 几ji "
  "降jiang,xiang 劲jin,jing 没mei,mo 奇qi,ji 塞sai,se 色se,shai 杉shan,sha 拓tuo,ta "
  "吓xia,he 巷xiang,hang 宁ning 贾jia,gu 缴jiao 缪miao,mou 冯feng,ping 纪ji 谷gu,yu "
  "强qiang,jiang 秘mi,bi 熟shu,shou 谁shui,shei 似si,shi 拾shi,she 遗yi,wei 与yu "
  "粘zhan,nian 轧ya,zha 爪zhua,zhao";

/* Takes the tones off "lǜ" and writes "lv"; FALSE when something else than letters is left. */
static gboolean
strip_tones (const char *pinyin,
             char        plain[LONGEST])
{
  g_autofree char *apart = g_utf8_normalize (pinyin, -1, G_NORMALIZE_NFD);
  gsize n = 0;

  for (const char *p = apart; p != NULL && *p != '\0' && n + 1 < LONGEST; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0308 && n > 0)
        plain[n - 1] = 'v';
      else if (c < 0x80 && g_ascii_isalpha ((char) c))
        plain[n++] = g_ascii_tolower ((char) c);
      else if (!g_unichar_ismark (c))
        return FALSE;
    }
  plain[n] = '\0';
  return n > 0;
}

/* NULL when ICU knows no reading. */
static char *
transliterate (UTransliterator *han_latin,
               gunichar         character)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[LONGEST] = { (UChar) character };
  char pinyin[4 * LONGEST], plain[LONGEST];
  int32_t length = 1, limit = 1;

  utrans_transUChars (han_latin, text, &length, LONGEST, 0, &limit, &status);
  u_strToUTF8 (pinyin, sizeof pinyin, NULL, text, length, &status);
  return U_SUCCESS (status) && strip_tones (pinyin, plain) ? g_strdup (plain) : NULL;
}

/* character → "chong,zhong" */
static GHashTable *
read_others (void)
{
  GHashTable *table = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_auto (GStrv) entries = g_strsplit (others, " ", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    if (!g_hash_table_insert (table, GUINT_TO_POINTER (g_utf8_get_char (entries[i])),
                              g_strdup (g_utf8_next_char (entries[i]))))
      g_error ("%s stands twice in the table", entries[i]);
  return table;
}

static char *
find_readings (UTransliterator *han_latin,
               GHashTable      *known,
               gunichar         character)
{
  g_autofree char *usual = transliterate (han_latin, character);
  const char *more = g_hash_table_lookup (known, GUINT_TO_POINTER (character));
  g_auto (GStrv) readings = g_strsplit (more != NULL ? more : "", ",", -1);

  if (more == NULL)
    return g_steal_pointer (&usual);
  if (usual == NULL || g_strv_contains ((const char *const *) readings, usual))
    return g_strdup (more);
  return g_strconcat (usual, ",", more, NULL);
}

static void
print_readings (guint       number,
                const char *readings)
{
  g_auto (GStrv) each = g_strsplit (readings, ",", -1);
  g_autofree char *list = g_strjoinv ("\", \"", each);

  printf ("static const char *const readings_%u[] = { \"%s\", NULL };\n", number, list);
}

static guint
number_readings (GHashTable *numbers,
                 const char *readings)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, readings));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, g_strdup (readings), GUINT_TO_POINTER (number));
      print_readings (number, readings);
    }
  return number;
}

static void
print_table (UTransliterator *han_latin)
{
  g_autoptr (GHashTable) known = read_others ();
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) table = g_string_new (NULL);

  for (gunichar c = FIRST; c <= LAST; c++)
    {
      g_autofree char *readings = find_readings (han_latin, known, c);

      g_string_append_printf (table, "%u,%c", readings ? number_readings (numbers, readings) : 0,
                              c % 16 == 15 ? '\n' : ' ');
    }
  printf ("\nstatic const char *const *const all_readings[] = {\n  NULL,\n");
  for (guint i = 1; i <= g_hash_table_size (numbers); i++)
    printf ("  readings_%u,\n", i);
  printf ("};\n\n#define FIRST 0x%x\n#define LAST 0x%x\n\n", FIRST, LAST);
  printf ("static const guint16 table[] = {\n%s};\n", table->str);
}

int
main (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[16];
  UTransliterator *han_latin;

  u_uastrcpy (id, "Han-Latin");
  han_latin = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    g_error ("ICU: %s", u_errorName (status));
  print_table (han_latin);
  utrans_close (han_latin);
  return 0;
}
