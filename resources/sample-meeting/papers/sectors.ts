/** Fields of the digital transformation of a fictional province: the stuff of the draft resolution and its annexes. */

export interface Sector {
  readonly name: string;
  readonly agency: string;
  /** With whom the agency works. */
  readonly partners: string;
  /** Points of the article about the field. */
  readonly points: readonly string[];
  /** Name, unit, and the values of 2025, 2028 and 2030. */
  readonly targets: readonly (readonly [string, string, string, string, string])[];
  readonly tasks: readonly string[];
}

export const sectors: readonly Sector[] = [
  {
    name: 'y tế',
    agency: 'Sở Y tế',
    partners: 'Bảo hiểm xã hội tỉnh, Công an tỉnh',
    points: [
      'Hoàn thành bệnh án điện tử tại tất cả bệnh viện công lập và trung tâm y tế khu vực; liên thông kết quả xét nghiệm, chẩn đoán hình ảnh để người bệnh không phải làm lại khi chuyển tuyến.',
      'Lập và cập nhật thường xuyên sổ sức khỏe điện tử cho toàn dân trên nền tảng định danh; trạm y tế xã chịu trách nhiệm về tính đầy đủ của dữ liệu trẻ em, phụ nữ mang thai và người cao tuổi trên địa bàn.',
      'Tổ chức khám, chữa bệnh từ xa giữa Bệnh viện Đa khoa tỉnh với các trạm y tế vùng cao, ưu tiên tim mạch, sản khoa, nhi khoa và tâm thần.',
      'Thanh toán viện phí không dùng tiền mặt, tích hợp với giám định bảo hiểm y tế; thời gian làm thủ tục ra viện không quá 30 phút.',
      'Giám sát dịch bệnh bằng dữ liệu thời gian thực từ cơ sở khám, chữa bệnh, nhà thuốc và trường học; cảnh báo sớm đến cấp xã trong ngày.',
    ],
    targets: [
      ['Người dân có sổ sức khỏe điện tử', '%', '71', '95', '100'],
      ['Bệnh viện công lập dùng bệnh án điện tử', '%', '44', '100', '100'],
      ['Trạm y tế xã có điểm khám từ xa', '%', '18', '70', '100'],
      ['Viện phí thanh toán không dùng tiền mặt', '%', '52', '85', '95'],
    ],
    tasks: [
      'Triển khai bệnh án điện tử tại 14 bệnh viện và trung tâm y tế',
      'Nâng cấp kho dữ liệu hình ảnh y khoa dùng chung toàn tỉnh',
      'Lắp đặt điểm khám, chữa bệnh từ xa tại trạm y tế xã',
      'Làm sạch dữ liệu sổ sức khỏe điện tử theo mã định danh',
      'Xây dựng hệ thống cảnh báo sớm dịch bệnh',
    ],
  },
  {
    name: 'giáo dục và đào tạo',
    agency: 'Sở Giáo dục và Đào tạo',
    partners: 'Sở Khoa học và Công nghệ, Sở Nội vụ',
    points: [
      'Đưa học bạ số vào sử dụng chính thức ở cả ba cấp học; hồ sơ chuyển trường, tuyển sinh đầu cấp thực hiện hoàn toàn trên môi trường điện tử, không yêu cầu phụ huynh nộp lại giấy tờ đã có trong dữ liệu.',
      'Xây dựng kho học liệu mở của tỉnh do giáo viên cùng biên soạn, có thẩm định của hội đồng chuyên môn; ưu tiên học liệu song ngữ cho học sinh dân tộc thiểu số.',
      'Dạy kỹ năng số và an toàn trên không gian mạng từ lớp 3; mỗi trường trung học phổ thông có ít nhất một phòng học thực hành công nghệ.',
      'Bồi dưỡng năng lực số cho toàn bộ giáo viên theo khung năng lực; kết quả bồi dưỡng là một tiêu chí đánh giá hằng năm.',
      'Bảo đảm mọi điểm trường có đường truyền cáp quang; các điểm trường lẻ chưa có điện lưới được cấp bộ thu phát vệ tinh và nguồn pin mặt trời.',
    ],
    targets: [
      ['Học sinh có học bạ số', '%', '63', '100', '100'],
      ['Trường học có phòng thực hành công nghệ', '%', '27', '60', '85'],
      ['Giáo viên đạt khung năng lực số', '%', '38', '80', '100'],
      ['Điểm trường có cáp quang hoặc tương đương', '%', '89', '98', '100'],
    ],
    tasks: [
      'Triển khai học bạ số thống nhất toàn tỉnh',
      'Xây dựng kho học liệu mở và quy chế thẩm định',
      'Trang bị phòng thực hành công nghệ cho trường trung học phổ thông',
      'Bồi dưỡng năng lực số cho 13.400 giáo viên',
      'Kết nối Internet cho 62 điểm trường lẻ',
    ],
  },
  {
    name: 'nông nghiệp và phát triển nông thôn',
    agency: 'Sở Nông nghiệp và Môi trường',
    partners: 'Hội Nông dân tỉnh, Liên minh Hợp tác xã tỉnh',
    points: [
      'Số hóa bản đồ vùng trồng, mã số vùng nuôi và cơ sở đóng gói; truy xuất nguồn gốc đối với chè, cam, gỗ rừng trồng, cá lồng và các sản phẩm đạt chuẩn từ 3 sao trở lên.',
      'Hỗ trợ hợp tác xã dùng nhật ký sản xuất điện tử, trạm quan trắc thời tiết và điều khiển tưới; mức hỗ trợ không quá 50% chi phí thiết bị và chỉ giải ngân sau khi có dữ liệu vận hành tối thiểu ba tháng.',
      'Cảnh báo sâu bệnh, hạn hán, sạt lở và lũ quét đến từng thôn qua tin nhắn và hệ thống truyền thanh thông minh.',
      'Đưa nông sản chủ lực lên các sàn thương mại điện tử với thương hiệu chung An Phú; mỗi xã có tổ công nghệ số cộng đồng giúp nông dân tạo gian hàng, đóng gói và giao nhận.',
      'Quản lý rừng bằng ảnh vệ tinh và thiết bị bay; phát hiện biến động rừng trong vòng bảy ngày.',
    ],
    targets: [
      ['Diện tích vùng trồng chủ lực có mã số', '%', '34', '70', '90'],
      ['Hợp tác xã dùng nhật ký điện tử', '%', '21', '55', '80'],
      ['Sản phẩm 3 sao trở lên có truy xuất nguồn gốc', '%', '58', '90', '100'],
      ['Thôn nhận cảnh báo thiên tai tự động', '%', '40', '85', '100'],
    ],
    tasks: [
      'Lập cơ sở dữ liệu vùng trồng, vùng nuôi',
      'Hỗ trợ 180 hợp tác xã dùng nhật ký sản xuất điện tử',
      'Lắp đặt 45 trạm đo mưa và cảnh báo lũ quét',
      'Xây dựng hệ thống theo dõi biến động rừng',
      'Tổ chức tuần hàng nông sản An Phú trên sàn thương mại điện tử',
    ],
  },
  {
    name: 'tài nguyên, đất đai và môi trường',
    agency: 'Sở Nông nghiệp và Môi trường',
    partners: 'Sở Tư pháp, Thuế tỉnh',
    points: [
      'Hoàn thành đo đạc, lập cơ sở dữ liệu địa chính của toàn bộ xã, phường; đối soát từng thửa đất với dữ liệu dân cư và dữ liệu thuế trước khi đưa vào khai thác.',
      'Giải quyết thủ tục đất đai của cá nhân trên môi trường điện tử; người dân theo dõi được hồ sơ đang ở bước nào, ai đang xử lý và còn bao nhiêu ngày.',
      'Công khai quy hoạch sử dụng đất trên bản đồ số để mọi tổ chức, cá nhân tra cứu miễn phí, không phải xin cung cấp thông tin quy hoạch bằng văn bản.',
      'Quan trắc tự động nước thải, khí thải tại các khu, cụm công nghiệp; truyền dữ liệu về trung tâm điều hành và công bố hằng ngày.',
      'Lập bản đồ nguy cơ sạt lở tỷ lệ lớn cho 31 xã miền núi, gắn với phương án di dời và tìm kiếm cứu nạn.',
    ],
    targets: [
      ['Xã, phường có cơ sở dữ liệu địa chính vận hành', '%', '46', '90', '100'],
      ['Hồ sơ đất đai của cá nhân nộp trực tuyến', '%', '29', '65', '85'],
      ['Khu, cụm công nghiệp có quan trắc tự động', '%', '55', '100', '100'],
      ['Quy hoạch được công khai trên bản đồ số', '%', '38', '100', '100'],
    ],
    tasks: [
      'Hoàn thành cơ sở dữ liệu địa chính 94 xã, phường',
      'Liên thông dữ liệu đất đai với thuế và công chứng',
      'Vận hành cổng tra cứu quy hoạch trên bản đồ số',
      'Kết nối trạm quan trắc môi trường tự động',
      'Lập bản đồ nguy cơ sạt lở các xã miền núi',
    ],
  },
  {
    name: 'giao thông và hạ tầng đô thị',
    agency: 'Sở Xây dựng',
    partners: 'Công an tỉnh, Sở Tài chính',
    points: [
      'Số hóa hồ sơ cầu, đường bộ do tỉnh quản lý; kiểm tra định kỳ bằng thiết bị đo và lưu lịch sử bảo trì của từng công trình.',
      'Xây dựng trung tâm điều hành giao thông thông minh tại đô thị trung tâm; dùng chung camera với lực lượng công an, không đầu tư trùng lặp.',
      'Thu phí đỗ xe, vé xe buýt và bến xe không dùng tiền mặt; công bố hành trình xe buýt theo thời gian thực.',
      'Áp dụng mô hình thông tin công trình đối với dự án sử dụng vốn đầu tư công từ cấp II trở lên; hồ sơ hoàn công được bàn giao dưới dạng dữ liệu.',
      'Lập cơ sở dữ liệu công trình ngầm, cấp nước, thoát nước và chiếu sáng của các đô thị để phối hợp khi đào đường, sửa chữa.',
    ],
    targets: [
      ['Cầu, đường tỉnh có hồ sơ số', '%', '33', '80', '100'],
      ['Nút giao đô thị điều khiển thích ứng', '%', '9', '45', '70'],
      ['Dự án từ cấp II áp dụng mô hình thông tin công trình', '%', '22', '80', '100'],
      ['Tuyến xe buýt công bố hành trình thời gian thực', '%', '0', '75', '100'],
    ],
    tasks: [
      'Số hóa hồ sơ 412 cầu và 1.260 km đường tỉnh',
      'Đầu tư trung tâm điều hành giao thông thông minh',
      'Triển khai vé điện tử xe buýt liên thông',
      'Lập cơ sở dữ liệu hạ tầng kỹ thuật ngầm đô thị',
      'Ban hành định mức bàn giao hồ sơ hoàn công dạng số',
    ],
  },
  {
    name: 'công nghiệp và thương mại',
    agency: 'Sở Công Thương',
    partners: 'Ban Quản lý các khu công nghiệp, Hiệp hội Doanh nghiệp tỉnh',
    points: [
      'Hỗ trợ doanh nghiệp nhỏ và vừa đánh giá mức độ sẵn sàng chuyển đổi số miễn phí; doanh nghiệp đạt mức khá trở lên được ưu tiên tham gia chuỗi cung ứng của các dự án đầu tư nước ngoài trên địa bàn.',
      'Khuyến khích nhà máy dùng hệ thống quản lý năng lượng, bảo trì dự báo và điều hành sản xuất; chia sẻ phụ tải với ngành điện để điều độ giờ cao điểm.',
      'Phát triển thương mại điện tử gắn với logistics; quy hoạch hai kho trung chuyển tại nút giao cao tốc và cửa ngõ phía Nam.',
      'Chợ truyền thống tại phường và trung tâm xã có điểm truy cập Internet công cộng, mã thanh toán và bảng giá điện tử.',
    ],
    targets: [
      ['Doanh nghiệp nhỏ và vừa dùng nền tảng số', '%', '42', '65', '80'],
      ['Tỷ trọng thương mại điện tử trong bán lẻ', '%', '8,5', '14', '20'],
      ['Chợ có thanh toán không dùng tiền mặt', '%', '37', '80', '100'],
    ],
    tasks: [
      'Đánh giá mức độ sẵn sàng số cho 2.000 doanh nghiệp',
      'Xây dựng chương trình nhà máy thông minh',
      'Quy hoạch và kêu gọi đầu tư kho trung chuyển thương mại điện tử',
      'Triển khai mô hình chợ không dùng tiền mặt',
    ],
  },
  {
    name: 'văn hóa, thể thao và du lịch',
    agency: 'Sở Văn hóa, Thể thao và Du lịch',
    partners: 'Báo và phát thanh, truyền hình tỉnh',
    points: [
      'Số hóa ba chiều di tích cấp quốc gia và hiện vật quý của Bảo tàng tỉnh; lập hồ sơ số về tiếng nói, chữ viết, lễ hội và nghề thủ công của đồng bào các dân tộc.',
      'Vận hành cổng du lịch thông minh với bản đồ, thuyết minh tự động bằng ba ngôn ngữ và vé điện tử tại các điểm tham quan có thu phí.',
      'Dùng dữ liệu lưu trú, giao thông và viễn thông đã ẩn danh để dự báo lượng khách, phục vụ điều tiết trong mùa lễ hội.',
      'Thư viện tỉnh và tủ sách cơ sở liên thông mượn, trả; người dân đọc được sách điện tử bằng tài khoản định danh.',
    ],
    targets: [
      ['Di tích cấp quốc gia được số hóa', '%', '31', '75', '100'],
      ['Điểm tham quan bán vé điện tử', '%', '25', '80', '100'],
      ['Cơ sở lưu trú khai báo trực tuyến', '%', '84', '100', '100'],
    ],
    tasks: [
      'Số hóa di tích, hiện vật và di sản phi vật thể',
      'Vận hành cổng du lịch thông minh An Phú',
      'Liên thông thư viện công cộng toàn tỉnh',
      'Xây dựng bộ dữ liệu ngôn ngữ các dân tộc thiểu số',
    ],
  },
  {
    name: 'tài chính, ngân sách',
    agency: 'Sở Tài chính',
    partners: 'Kho bạc Nhà nước khu vực, Thuế tỉnh',
    points: [
      'Theo dõi giải ngân vốn đầu tư công theo từng dự án, từng gói thầu trên một hệ thống; chủ đầu tư cập nhật chậm quá năm ngày làm việc phải giải trình với Chủ tịch Ủy ban nhân dân tỉnh.',
      'Công khai ngân sách các cấp ở dạng dữ liệu mở, có thể tải về và so sánh giữa các năm.',
      'Quản lý tài sản công bằng mã định danh; kiểm kê hằng năm thực hiện trên thiết bị di động, đối chiếu với sổ kế toán.',
      'Dự báo thu, chi ngân sách bằng mô hình định lượng, làm căn cứ điều hành hằng quý.',
    ],
    targets: [
      ['Dự án đầu tư công cập nhật tiến độ đúng hạn', '%', '61', '95', '100'],
      ['Đơn vị công khai ngân sách dạng dữ liệu mở', '%', '12', '70', '100'],
      ['Tài sản công có mã định danh', '%', '20', '85', '100'],
    ],
    tasks: [
      'Xây dựng hệ thống theo dõi đầu tư công tập trung',
      'Công bố dữ liệu ngân sách mở',
      'Gắn mã định danh và kiểm kê tài sản công',
      'Thử nghiệm mô hình dự báo thu ngân sách',
    ],
  },
  {
    name: 'nội vụ, lao động và an sinh xã hội',
    agency: 'Sở Nội vụ',
    partners: 'Bảo hiểm xã hội tỉnh, Công an tỉnh',
    points: [
      'Hoàn thiện cơ sở dữ liệu cán bộ, công chức, viên chức của toàn hệ thống chính trị; quyết định về cán bộ được cập nhật trong ba ngày làm việc kể từ ngày ký.',
      'Chi trả lương hưu, trợ cấp xã hội và hỗ trợ người có công qua tài khoản; bố trí điểm chi trả lưu động cho người già yếu, người ở xa.',
      'Kết nối cung, cầu lao động trên sàn việc làm của tỉnh; dự báo nhu cầu lao động của các khu công nghiệp theo quý.',
      'Số hóa hồ sơ người có công và hộ nghèo; rà soát hộ nghèo trên thiết bị di động có xác nhận của tổ trưởng, trưởng thôn.',
      'Lưu trữ tài liệu điện tử ngay từ khâu lập hồ sơ công việc; không nhận hồ sơ giấy vào lưu trữ lịch sử đối với tài liệu hình thành từ năm 2028.',
    ],
    targets: [
      ['Hồ sơ cán bộ có đủ dữ liệu và được xác thực', '%', '77', '100', '100'],
      ['Đối tượng nhận trợ cấp qua tài khoản', '%', '59', '85', '95'],
      ['Hồ sơ công việc lập và lưu trữ điện tử', '%', '48', '90', '100'],
      ['Lao động tìm việc qua sàn của tỉnh', 'người/năm', '3.200', '9.000', '15.000'],
    ],
    tasks: [
      'Chuẩn hóa cơ sở dữ liệu cán bộ, công chức, viên chức',
      'Chi trả trợ cấp không dùng tiền mặt',
      'Xây dựng sàn việc làm An Phú',
      'Triển khai lưu trữ điện tử thống nhất',
      'Số hóa hồ sơ người có công',
    ],
  },
  {
    name: 'tư pháp và cải cách thủ tục hành chính',
    agency: 'Sở Tư pháp',
    partners: 'Văn phòng Ủy ban nhân dân tỉnh, Công an tỉnh',
    points: [
      'Cắt giảm, tái cấu trúc quy trình trước khi đưa lên môi trường điện tử; không số hóa nguyên trạng thủ tục còn bước thừa.',
      'Tái sử dụng dữ liệu đã có: cán bộ tiếp nhận tự tra cứu và chịu trách nhiệm, không yêu cầu người dân nộp bản sao giấy tờ mà cơ quan nhà nước đang quản lý.',
      'Công chứng điện tử, đăng ký hộ tịch trực tuyến và trả kết quả qua bưu chính hoặc ví giấy tờ số theo lựa chọn của người dân.',
      'Trung tâm phục vụ hành chính công cấp xã bố trí người hướng dẫn, thiết bị và đường truyền; phục vụ không phụ thuộc địa giới hành chính trong tỉnh.',
    ],
    targets: [
      ['Dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ', '%', '68', '90', '100'],
      ['Hồ sơ giải quyết đúng hạn', '%', '96,1', '99', '99,5'],
      ['Thành phần hồ sơ được tái sử dụng dữ liệu', '%', '24', '60', '80'],
      ['Mức độ hài lòng của người dân, doanh nghiệp', '%', '89,7', '93', '95'],
    ],
    tasks: [
      'Tái cấu trúc 320 thủ tục hành chính',
      'Số hóa sổ hộ tịch và liên thông dữ liệu',
      'Nâng cấp hệ thống giải quyết thủ tục hành chính',
      'Chuẩn hóa thiết bị cho trung tâm phục vụ hành chính công cấp xã',
    ],
  },
  {
    name: 'quốc phòng, quân sự địa phương',
    agency: 'Bộ Chỉ huy Quân sự tỉnh',
    partners: 'Công an tỉnh, Sở Khoa học và Công nghệ',
    points: [
      'Xây dựng hệ thống thông tin chỉ huy, quản lý lực lượng dự bị động viên và dân quân tự vệ trên mạng riêng, tách biệt với mạng Internet.',
      'Quản lý quân số, tuyển quân và chính sách hậu phương quân đội bằng dữ liệu liên thông với dữ liệu dân cư.',
      'Tổ chức diễn tập khu vực phòng thủ có tình huống mất hạ tầng số; mỗi cơ quan trọng yếu có phương án làm việc khi mất điện, mất mạng.',
    ],
    targets: [
      ['Ban chỉ huy quân sự cấp xã có hệ thống quản lý lực lượng', '%', '35', '80', '100'],
      ['Cơ quan trọng yếu có phương án làm việc khi mất mạng', '%', '15', '90', '100'],
    ],
    tasks: [
      'Triển khai hệ thống quản lý lực lượng dự bị động viên',
      'Diễn tập tình huống mất hạ tầng số',
      'Kết nối dữ liệu tuyển quân với dữ liệu dân cư',
    ],
  },
  {
    name: 'an ninh, trật tự và an toàn xã hội',
    agency: 'Công an tỉnh',
    partners: 'Bộ Chỉ huy Quân sự tỉnh, Sở Khoa học và Công nghệ',
    points: [
      'Phát huy dữ liệu dân cư, định danh và xác thực điện tử làm nền cho mọi dịch vụ số của tỉnh; bảo vệ dữ liệu cá nhân theo đúng quy định của pháp luật.',
      'Vận hành trung tâm giám sát an ninh mạng của tỉnh 24 giờ mỗi ngày; mọi hệ thống thông tin cấp độ 3 trở lên phải được giám sát.',
      'Đấu tranh với tội phạm công nghệ cao, lừa đảo trên không gian mạng; cảnh báo thủ đoạn mới đến người dân trong 24 giờ.',
      'Xây dựng hệ thống camera an ninh theo mô hình dùng chung, có quy chế khai thác, lưu trữ và kiểm soát truy cập.',
    ],
    targets: [
      ['Người trưởng thành có định danh điện tử mức độ 2', '%', '83', '95', '98'],
      ['Hệ thống cấp độ 3 trở lên được giám sát', '%', '60', '100', '100'],
      ['Sự cố nghiêm trọng được xử lý trong 24 giờ', '%', '78', '95', '100'],
    ],
    tasks: [
      'Nâng cấp trung tâm giám sát an ninh mạng',
      'Kích hoạt định danh điện tử cho người yếu thế tại nhà',
      'Xây dựng quy chế khai thác camera dùng chung',
      'Truyền thông phòng, chống lừa đảo trực tuyến',
    ],
  },
  {
    name: 'công tác Đảng và cơ quan tham mưu, giúp việc',
    agency: 'Văn phòng Tỉnh ủy',
    partners: 'các ban đảng Tỉnh ủy, Đảng ủy các cơ quan Đảng tỉnh',
    points: [
      'Tổ chức hội nghị cấp ủy theo mô hình phòng họp không giấy ở cấp tỉnh và cấp xã; tài liệu được phát hành trước ít nhất ba ngày làm việc, thu hồi ngay sau hội nghị theo quy định.',
      'Sinh hoạt chi bộ có sổ tay đảng viên điện tử; nghị quyết, tài liệu học tập được cập nhật trong 24 giờ kể từ khi được phép phổ biến.',
      'Kết nối liên thông văn bản giữa các cơ quan đảng, chính quyền, Mặt trận Tổ quốc; văn bản không mật được gửi, nhận và ký số hoàn toàn trên mạng.',
      'Hoàn thành cơ sở dữ liệu đảng viên; tổng hợp báo cáo bằng dữ liệu thay cho việc yêu cầu cấp dưới báo cáo bằng văn bản.',
      'Bảo đảm bí mật nhà nước trong mọi khâu: tài liệu mật chỉ phát bản giấy có đánh số hoặc xử lý trên mạng LAN độc lập đủ điều kiện.',
    ],
    targets: [
      ['Hội nghị cấp tỉnh không dùng tài liệu giấy', '%', '45', '80', '95'],
      ['Đảng ủy xã, phường có phòng họp không giấy', '%', '11', '50', '80'],
      ['Đảng viên dùng sổ tay điện tử', '%', '66', '90', '98'],
      ['Văn bản không mật được ký số, gửi nhận trên mạng', '%', '92', '100', '100'],
    ],
    tasks: [
      'Triển khai phòng họp không giấy cho cấp ủy các cấp',
      'Nâng cấp sổ tay đảng viên điện tử',
      'Hoàn thành cơ sở dữ liệu đảng viên',
      'Xây dựng hệ thống thông tin báo cáo của Đảng bộ',
      'Trang bị mạng LAN độc lập xử lý tài liệu mật',
    ],
  },
  {
    name: 'hoạt động của cơ quan dân cử',
    agency: 'Văn phòng Đoàn ĐBQH và HĐND tỉnh',
    partners: 'Thường trực Hội đồng nhân dân cấp xã',
    points: [
      'Tổ chức kỳ họp, phiên họp không giấy; đại biểu đăng ký phát biểu, biểu quyết và tra cứu tài liệu trên máy tại chỗ ngồi, kể cả khi mất kết nối.',
      'Tiếp nhận, phân loại và theo dõi việc giải quyết kiến nghị của cử tri đến khi có kết quả cuối cùng; cử tri tra cứu được tình trạng kiến nghị của mình.',
      'Công khai chương trình, nghị quyết và kết quả giám sát ở dạng dễ tìm, dễ đọc, kể cả đối với người khuyết tật.',
    ],
    targets: [
      ['Kỳ họp HĐND cấp xã không dùng tài liệu giấy', '%', '8', '50', '80'],
      ['Kiến nghị cử tri được theo dõi đến kết quả cuối cùng', '%', '54', '95', '100'],
    ],
    tasks: [
      'Mở rộng kỳ họp không giấy đến HĐND cấp xã',
      'Xây dựng hệ thống theo dõi kiến nghị cử tri',
      'Số hóa hồ sơ kỳ họp các khóa trước',
    ],
  },
  {
    name: 'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội',
    agency: 'Ủy ban MTTQ Việt Nam tỉnh',
    partners: 'Tỉnh đoàn, Hội Liên hiệp Phụ nữ tỉnh',
    points: [
      'Củng cố 1.180 tổ công nghệ số cộng đồng, mỗi tổ có ít nhất một đoàn viên thanh niên và một hội viên phụ nữ; hỗ trợ người cao tuổi, người khuyết tật tại nhà.',
      'Lấy ý kiến Nhân dân về dự thảo chính sách trên nền tảng số song song với hình thức truyền thống, bảo đảm người không dùng điện thoại thông minh vẫn được tham gia.',
      'Công khai các quỹ vận động, cứu trợ: số thu, số chi, người nhận và thời gian nhận.',
    ],
    targets: [
      ['Tổ công nghệ số cộng đồng hoạt động thường xuyên', '%', '57', '85', '95'],
      ['Quỹ vận động được công khai trực tuyến', '%', '30', '100', '100'],
    ],
    tasks: [
      'Tập huấn tổ công nghệ số cộng đồng',
      'Xây dựng trang công khai quỹ vận động, cứu trợ',
      'Tổ chức ngày hội chuyển đổi số cấp xã',
    ],
  },
  {
    name: 'chuyển đổi số cấp xã',
    agency: 'Ủy ban nhân dân các xã, phường',
    partners: 'Sở Khoa học và Công nghệ, Sở Nội vụ',
    points: [
      'Mỗi xã, phường có ít nhất một công chức được đào tạo chuyên sâu về công nghệ thông tin và một phó chủ tịch trực tiếp phụ trách chuyển đổi số.',
      'Dùng chung nền tảng của tỉnh; cấp xã không tự đầu tư phần mềm nghiệp vụ, chỉ đầu tư thiết bị đầu cuối và đường truyền theo định mức.',
      'Trang thông tin, nhóm liên lạc chính thức của thôn, tổ dân phố do cấp xã quản lý; phản ánh của người dân được trả lời trong ba ngày làm việc.',
      'Hệ thống truyền thanh thông minh phủ toàn bộ thôn, tổ dân phố; nội dung khẩn cấp được phát đồng thời trong năm phút.',
    ],
    targets: [
      ['Xã, phường đạt chuẩn chuyển đổi số cấp xã', '%', '26', '70', '95'],
      ['Thôn, tổ dân phố có truyền thanh thông minh', '%', '39', '80', '100'],
      ['Phản ánh của người dân được trả lời đúng hạn', '%', '81', '95', '98'],
    ],
    tasks: [
      'Bố trí và đào tạo công chức công nghệ thông tin cấp xã',
      'Hoàn thành truyền thanh thông minh 94 xã, phường',
      'Đánh giá, công nhận xã chuyển đổi số',
      'Chuẩn hóa trang thông tin điện tử cấp xã',
    ],
  },
];

const communeNames =
  'Phường An Bình, Phường Hòa Phú, Phường Tân Lập, Phường Đông Sơn, Phường Nam Thành, Phường Bắc Hà, Phường Quang Minh, Phường Thanh Xuân, Phường Long Biên Thượng, Phường Phú Cường, Phường Minh Khai, Phường Tây Hồ Đông, Xã Tân An, Xã Tân Hòa, Xã Tân Tiến, Xã Tân Thịnh, Xã Đại Đồng, Xã Đại Lộc, Xã Đồng Tâm, Xã Đồng Lạc, Xã Hòa Bình, Xã Hòa Lạc, Xã Hòa Sơn, Xã Phú Xuân, Xã Phú Thịnh, Xã Phú Lương, Xã Phú Mỹ, Xã Vĩnh An, Xã Vĩnh Hòa, Xã Vĩnh Thịnh, Xã Yên Khê, Xã Yên Lãng, Xã Yên Thịnh, Xã Yên Mỹ, Xã Bình An, Xã Bình Minh, Xã Bình Sơn, Xã Thạch Bàn, Xã Thạch Sơn, Xã Thanh Lâm, Xã Thanh Sơn, Xã Thanh Thủy, Xã Trung Giáp, Xã Trung Sơn, Xã Trung Hòa, Xã Xuân Đài, Xã Xuân Lộc, Xã Xuân Viên, Xã Cao Xá, Xã Cao Sơn, Xã Lương Sơn, Xã Lương Nha, Xã Liên Hoa, Xã Liên Sơn, Xã Minh Đài, Xã Minh Hòa, Xã Minh Tân, Xã Mỹ Lung, Xã Mỹ Thuận, Xã Nga Hoàng, Xã Ngọc Đồng, Xã Ngọc Lập, Xã Quang Húc, Xã Quang Yên, Xã Sơn Hùng, Xã Sơn Thủy, Xã Tam Sơn, Xã Tam Thanh, Xã Thượng Cửu, Xã Thượng Long, Xã Thượng Nông, Xã Tiên Lương, Xã Tiên Phú, Xã Tu Vũ, Xã Văn Bán, Xã Văn Miếu, Xã Vân Đồn, Xã Vân Lĩnh, Xã Võ Miếu, Xã Vụ Cầu, Xã Bến Đá, Xã Bằng Luân, Xã Chân Mộng, Xã Chí Tiên, Xã Đan Thượng, Xã Đào Xá, Xã Gia Điền, Xã Hạ Bằng, Xã Hương Cần, Xã Khả Cửu, Xã Kim Thượng, Xã Lai Đồng, Xã Địch Quả, Xã Đông Cửu';

/** The 94 communes and wards of the province. */
export const communes: readonly string[] = communeNames.split(', ');
