import { words } from '../../words.ts';

/** The words of credits in Korean newsrooms. */

/** Family names. A Korean name is a family name and a given name of one or two syllables. */
export const KOREAN_SURNAMES = words(`
  남궁 황보 제갈 선우 독고 사공 서문
  김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구
  민 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 제 모 탁 국 어
  은 편 용 봉 경 사 부 태 피 라 나 리 임
`);

/** Job titles after a name: 김서연 기자. The longest that fits is used. */
export const KOREAN_TITLES = words(`
  기자 특파원 선임기자 전문기자 인턴기자 사진기자 영상기자 수습기자 객원기자 촬영기자 취재기자 시민기자 명예기자 대기자
  논설위원 편집위원 해설위원 편집장 편집국장 통신원 객원기자 앵커 리포터 아나운서 PD 피디 작가 평론가 칼럼니스트
`);

/** Labels before names: 글=김서연, 사진: 박민수, 글·사진 김서연 기자. */
export const KOREAN_LABELS = words(`
  글 사진 글·사진 글/사진 글ㆍ사진 글‧사진 사진·글 글·그림 그림 정리 취재 취재기자 취재·사진 영상 영상편집 영상취재 촬영 촬영기자
  편집 편집자 번역 감수 기획 구성 디자인 그래픽 인포그래픽 일러스트 삽화 자료조사 제작 연출 진행 담당 기자 작성자 글쓴이 필자
  교열 교정 데스크 인터뷰 대담 에디터 포토그래퍼 리포트 보도 연출 각본 기고 사진제공
`);

/** Words before 기자 that have the form of a name: 신입 기자 is a new reporter, 정치 기자 one who writes on politics. */
export const NOT_KOREAN_NAMES: ReadonlySet<string> = new Set(
  words(`
    여성 남성 전문 사진 신입 인턴 담당 현장 외신 선임 전직 현직 한국 미국 중국 일본 동료 출입 방송 신문 취재 일간 주간 해외 국내
    지역 기존 유명 소속 다른 수습 객원 경제 정치 사회 문화 스포츠 연예 정치부 경제부 사회부 문화부 국제부 체육부 산업부 금융부 전국부
    사진부 편집부 지방 기획 연합 중앙 조선 동아 한겨레 경향 매일 서울 부산 대구 인천 광주 대전 울산 제주 전주 수원 독자 시민 명예
    고참 선배 후배 여러 모든 이런 저런 어떤 한국인 외국인 유일한 우리 저희 본지 본보 최초 최고 최근 전체 일부 문제 이유 정부 장관
    제공 자료 연합뉴스 뉴시스 뉴스1 공동취재 온라인 디지털 사진은 게티이미지 인스타그램 유튜브 방송화면 캡처 이미지
  `),
);

/** Values that name nobody: 제공 (provided by), 캡처 (screenshot), 무관. */
export const KOREAN_NOBODY =
  /제공|캡처|캡쳐|DB|자료사진|게티|이미지|연합뉴스|뉴시스|뉴스1|공동취재|방송화면|인스타|유튜브|홈페이지|페이스북|홍보팀|뉴스팀|편집부/u;

/** Syllables of given names. Words of the same length rarely consist of these only: 요일 (day), 시회 (exhibition). */
export const GIVEN_SYLLABLES: ReadonlySet<string> = new Set(
  '가강건경고관광교구국권규균근금기길나남노누다단달담대덕도동두드라락란람랑래량려련렬령로록론룡루률름리린림립마만명목무문미민바박반배백범벽별병보복봄봉분비빈사산삼상새샘생서석선설섭성세소솔송수숙순술슬승시식신실심아안애양언억얼여연열엽영예오옥온완용우욱운웅원월위유윤율은음이익인일임자잔장재정제조종주준중지진찬창채천철청초춘충치탁태택평표필하학한해향헌혁현협형혜호홍화환효후훈휘희힘',
);
